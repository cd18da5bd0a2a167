import type { DocumentNode } from '../../document-node.ts'
import { formatDate } from '../../format-date.ts'
import { fieldValue, isRequired } from '../compute.ts'
import type { Field, Values } from '../field.ts'
import { formatValue } from '../format-value.ts'
import { isClosed } from '../measure.ts'
import type { Overview, OverviewColumn } from '../overview.ts'
import type { StructuredSection } from '../structured-section.ts'
import { howMany } from './how-many.ts'
import { headCell, table, textCell } from './nodes.ts'
import type { ReportTitles } from './print-fields.ts'
import { sv } from './sv.ts'

export interface Measure {
  fields: Field[]
  values: Values
}

/** Åtgärder in any of the unit's sections. */
export const measuresOf = (
  sections: readonly StructuredSection[],
  unitId: string,
  kinds: readonly string[] | undefined,
): Measure[] =>
  sections
    .filter(section => section.unit?.id === unitId)
    .flatMap(section => section.tables)
    .filter(({ kind }) => kind.measure && (!kinds || kinds.includes(kind.key)))
    .flatMap(({ kind, rows }) => rows.map(({ values }) => ({ fields: kind.fields, values })))

/** How many of them are how far, in words. */
export const statusOf = (measures: readonly Measure[]): string =>
  howMany(
    measures.map(({ fields, values }) => {
      const field = fields.find(one => one.key === 'status')
      return values.status && field ? formatValue(field, values.status) : sv.missing
    }),
  ) || sv.none

function measureText(column: Extract<OverviewColumn, { measures: string }>, measures: readonly Measure[]): string {
  if (column.measures === 'count') return String(measures.length)
  if (column.measures === 'status') return statusOf(measures)
  const due = measures.flatMap(({ values }) => (isClosed(values) ? [] : (values.klart ?? []))).toSorted()[0]
  return due ? formatDate(due) : ''
}

/** What each column says of the unit whose head this is. */
export function overviewRow(
  { columns }: Overview,
  head: StructuredSection,
  sections: readonly StructuredSection[],
  reportTitles: ReportTitles = {},
): string[] {
  return columns.map(column => {
    if ('measures' in column) return measureText(column, measuresOf(sections, head.unit?.id ?? '', column.kinds))
    const field = head.fields.find(one => one.key === column.field)
    if (!field) return ''
    const value = fieldValue(head.fields, head.values, field.key)
    if (value !== null) return formatValue(field, value, { reportTitles })
    return isRequired(field, head.values) ? sv.missing : ''
  })
}

/** The heads of the units that an overview lists, in their order. */
export const overviewHeads = <T extends StructuredSection>({ of }: Overview, sections: readonly T[]): T[] =>
  sections.filter(({ unit }) => unit?.head && unit.kind === of)

export function printOverview(
  overview: Overview,
  sections: readonly StructuredSection[],
  reportTitles: ReportTitles = {},
): DocumentNode[] {
  const heads = overviewHeads(overview, sections)
  if (!heads.length) return []
  return [
    table([
      [headCell(overview.first), ...overview.columns.map(column => headCell(column.label))],
      ...heads.map(head => [
        headCell(head.heading),
        ...overviewRow(overview, head, sections, reportTitles).map(textCell),
      ]),
    ]),
  ]
}
