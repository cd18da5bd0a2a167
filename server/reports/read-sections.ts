import { asc, eq } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.ts'
import { reportSection, reportUnit, type ValueChange } from '#db/schema/report.ts'
import { fieldValue } from '#editor/core/structure/compute.ts'
import { formatValue } from '#editor/core/structure/format-value.ts'
import type { Carried, Row, StructuredSection } from '#editor/core/structure/structured-section.ts'
import { fillPattern } from '#templates/fill-pattern.ts'
import type { UnitKind } from '#templates/schema/section.ts'
import type { Template } from '#templates/template.ts'
import { type Definition, definitionOf } from './definitions.ts'
import { type OrderedSection, orderSections } from './order-sections.ts'
import { sectionNumbers } from './section-numbers.ts'

export type SectionRow = typeof reportSection.$inferSelect
export type UnitRow = typeof reportUnit.$inferSelect

export interface ReportSectionFound extends StructuredSection {
  row: SectionRow
  definition: Definition
  /** Changes of the fields' values, and of those of the lists' rows by the rows' ids. */
  changes: Record<string, ValueChange>
  rowChanges: Record<string, Record<string, ValueChange>>
}

const headingOf = (kind: UnitKind, { values }: UnitRow, n: number): string => {
  const texts = kind.fields.flatMap(field => {
    const value = fieldValue(kind.fields, values, field.key)
    return value === null ? [] : [[field.key, formatValue(field, value)] as const]
  })
  return fillPattern(kind.heading, { ...Object.fromEntries(texts), n }) || `${kind.one} ${n}`
}

/** An åtgärd that an earlier report promised, until somebody has said how far it has come. */
const isUnanswered = ({ id, measure, lineageId, valueChanges }: UnitRow): boolean =>
  measure && lineageId !== id && !valueChanges.status

const rowOf = (unit: UnitRow): Row => ({
  id: unit.id,
  values: unit.values,
  ...(isUnanswered(unit) && { unanswered: true }),
})

/** See {@link Carried}. */
export const carriedOf = ({ carriedFrom, confirmedAt }: SectionRow): { carried?: Carried } =>
  carriedFrom ? { carried: confirmedAt ? 'confirmed' : 'unconfirmed' } : {}

/** Sections of a report in its order, with all that the template says of them and that people have filled in. */
export function structureSections(
  template: Template | null,
  sections: readonly SectionRow[],
  units: readonly UnitRow[],
): ReportSectionFound[] {
  const ordered = orderSections(sections, units)
  const numbers = sectionNumbers(ordered.map(({ row }) => row.level))
  const counts = new Map<string, number>()
  const listOf = ({ sectionId, kind }: UnitRow): string => `${sectionId} ${kind}`
  for (const { unit, n } of ordered) if (unit && n !== null) counts.set(listOf(unit), n)
  const places = new Map(ordered.flatMap(({ unit, n }) => (unit && n !== null ? [[unit.id, n]] : [])))

  return ordered.map(({ row, unit, n }: OrderedSection, index) => {
    const definition = definitionOf(template, row.templateSection, unit?.kind ?? null)
    const holder = n !== null && unit ? unit : row
    const listed = units
      .filter(one => one.sectionId === row.id && one.shape === 'row' && one.removedAt === null)
      .toSorted((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1))
    return {
      row,
      definition,
      number: numbers[index] ?? '',
      heading: n !== null && unit && definition.head ? headingOf(definition.head, unit, n) : row.heading,
      fields: definition.fields,
      values: holder.values,
      changes: holder.valueChanges,
      tables: definition.rows.map(kind => ({ kind, rows: listed.filter(one => one.kind === kind.key).map(rowOf) })),
      rowChanges: Object.fromEntries(listed.map(one => [one.id, one.valueChanges])),
      overview: definition.overview,
      ...(definition.needs.length > 0 && { needs: definition.needs }),
      lists: definition.units.map(({ key, one, many, least }) => ({ key, one, many, least })),
      unit: unit && {
        id: unit.id,
        kind: unit.kind,
        listedIn: unit.sectionId,
        head: n !== null,
        n: places.get(unit.id) ?? 1,
        of: counts.get(listOf(unit)) ?? 1,
      },
    }
  })
}

/** A report's sections as rows, those of removed units among them, and its units. */
export async function readRows(db: Db | Tx, reportId: string): Promise<{ sections: SectionRow[]; units: UnitRow[] }> {
  const [sections, units] = await Promise.all([
    db.select().from(reportSection).where(eq(reportSection.reportId, reportId)).orderBy(asc(reportSection.position)),
    db.select().from(reportUnit).where(eq(reportUnit.reportId, reportId)).orderBy(asc(reportUnit.position)),
  ])
  return { sections, units }
}

/** A report's sections in its order, without those of removed units. */
export async function readSections(db: Db | Tx, reportId: string): Promise<SectionRow[]> {
  const { sections, units } = await readRows(db, reportId)
  return orderSections(sections, units).map(({ row }) => row)
}
