import type { DocumentNode } from '#editor/core/document-node.ts'
import type { ResolvedJoint } from '#editor/core/resolved-report.ts'
import type { ReportSectionFound, UnitRow } from '../reports/read-sections.ts'
import type { ResolvedFamily } from './resolve-family.ts'

interface Head {
  sectionId: string
  lineageId: string
  heading: string
}

/** Sections that show each board's answer to one recommendation. */
function headsOf(found: readonly ReportSectionFound[], units: readonly UnitRow[]): Head[] {
  const lineageOf = new Map(units.map(({ id, lineageId }) => [id, lineageId]))
  return found
    .filter(({ definition, unit }) => definition.answers === 'recommendation' && unit?.head)
    .map(({ row, unit, heading }) => ({
      sectionId: row.id,
      lineageId: lineageOf.get(unit?.id ?? '') ?? '',
      heading,
    }))
}

/** What the sections of a joint answer show of the boards' answers, by the section's id. */
export function assembledSections(
  { nodes }: ResolvedFamily,
  found: readonly ReportSectionFound[],
  units: readonly UnitRow[],
): Map<string, DocumentNode[]> {
  const heads = headsOf(found, units)
  const lineageOf = new Map(heads.map(({ sectionId, lineageId }) => [sectionId, lineageId]))
  return new Map(
    found.flatMap(({ row, definition: { answers } }) =>
      answers ? [[row.id, nodes({ answers, lineageId: lineageOf.get(row.id) ?? null }, heads)]] : [],
    ),
  )
}

/** The recommendations of a joint answer; null where the report is none. */
export function jointHeads(
  found: readonly ReportSectionFound[],
  units: readonly UnitRow[],
  family: ResolvedFamily | null,
): ResolvedJoint['recommendations'] | null {
  if (!family?.isJoint) return null
  const quoteOf = new Map(found.map(({ row, values }) => [row.id, values]))
  return headsOf(found, units).map(({ sectionId, lineageId }) => ({
    sectionId,
    lineageId,
    quote: quoteOf.get(sectionId)?.[family.quote] ?? '',
  }))
}
