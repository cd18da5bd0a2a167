import { and, eq, inArray } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { report } from '#db/schema/report.ts'
import type { Field, Values } from '#editor/core/structure/field.ts'
import type { ReportTitles } from '#editor/core/structure/print/print-fields.ts'
import type { StructuredSection } from '#editor/core/structure/structured-section.ts'
import type { Template } from '#templates/template.ts'
import type { ReportRow } from './find-report.ts'

const named = (fields: readonly Field[], values: Values): string[] =>
  fields.flatMap(field => (field.type === 'report' ? (values[field.key] ?? []) : []))

/** Titles of the reports that a report's fields refer to, by id. */
export async function readReportTitles(
  db: Db,
  row: ReportRow,
  template: Template | null,
  sections: readonly StructuredSection[],
): Promise<ReportTitles> {
  const ids = [
    ...named(template?.fields ?? [], row.values),
    ...sections.flatMap(({ fields, values, tables }) => [
      ...named(fields, values),
      ...tables.flatMap(({ kind, rows }) => rows.flatMap(one => named(kind.fields, one.values))),
    ]),
  ]
  if (!ids.length) return {}
  const rows = await db
    .select({ id: report.id, title: report.title })
    .from(report)
    .where(and(eq(report.organisationId, row.organisationId), inArray(report.id, ids)))
  return Object.fromEntries(rows.map(({ id, title }) => [id, title]))
}
