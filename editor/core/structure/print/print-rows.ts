import type { DocumentNode } from '../../document-node.ts'
import { fieldValue, isRequired, sumOf } from '../compute.ts'
import type { Field, Values } from '../field.ts'
import { formatValue } from '../format-value.ts'
import type { RowTable } from '../structured-section.ts'
import { headCell, paragraphs, strongLine, table, textCell } from './nodes.ts'
import { printDecision } from './print-decision.ts'
import type { ReportTitles } from './print-fields.ts'
import { printMatrix } from './print-matrix.ts'
import { sv } from './sv.ts'

const unitOf = (field: Field): string | undefined =>
  field.type === 'number' || field.type === 'computed'
    ? (field.unit ?? (field.type === 'computed' && field.compute.by === 'share' ? '%' : undefined))
    : undefined

/** "Budget (tkr)": the unit stands once, in the head. */
export function columnHead(field: Field): string {
  const unit = unitOf(field)
  return unit ? `${field.label} (${unit})` : field.label
}

/** What a cell says; empty where nothing is there and nothing is asked for. */
export function cellText(
  fields: readonly Field[],
  field: Field,
  values: Values,
  reportTitles: ReportTitles = {},
): string {
  const value = fieldValue(fields, values, field.key)
  if (value !== null) return formatValue(field, value, { withUnit: false, reportTitles })
  return isRequired(field, values) ? sv.missing : ''
}

/** The last row of a table with sums; null where the kind has none. */
export function sumTexts({ kind, rows }: RowTable): string[] | null {
  if (!kind.sums.length) return null
  const values = rows.map(row => row.values)
  return kind.fields.map((field, index) => {
    if (!kind.sums.includes(field.key)) return index === 0 ? sv.sum : ''
    const sum = sumOf(kind.fields, values, field.key)
    return sum === null ? '' : formatValue(field, sum, { withUnit: false })
  })
}

/** A list as a table under its name, with sums, note and matrix; nothing where it has no rows. */
export function printRows(list: RowTable, reportTitles: ReportTitles = {}): DocumentNode[] {
  const { kind, rows } = list
  if (!rows.length) return []
  if (kind.print === 'decision') return printDecision(list)
  const fields = kind.fields.filter(field => !field.internal)
  // What heads nothing is no head: a screen reader would announce an empty one with every cell of the row.
  const line = (texts: string[]): DocumentNode[] =>
    texts.map((text, index) => (index || !text ? textCell(text) : headCell(text)))
  const sums = sumTexts({ kind: { ...kind, fields }, rows })
  return [
    strongLine(kind.heading),
    table([
      fields.map(field => headCell(columnHead(field))),
      ...rows.map(({ values }) => line(fields.map(field => cellText(kind.fields, field, values, reportTitles)))),
      ...(sums ? [line(sums)] : []),
    ]),
    ...(kind.note ? paragraphs(kind.note) : []),
    ...printMatrix(list),
  ]
}
