import type { DocumentNode } from '../../document-node.ts'
import { fieldValue, isRequired } from '../compute.ts'
import type { Field, Values } from '../field.ts'
import { formatValue } from '../format-value.ts'
import { headCell, paragraphs, strongLine, table, textCell } from './nodes.ts'
import { sv } from './sv.ts'

export type ReportTitles = Readonly<Record<string, string>>

const isLong = (field: Field): boolean => field.type === 'text' && (field.long === true || field.quote === true)

function longField(field: Field, value: string): DocumentNode[] {
  const lines = paragraphs(value)
  const quoted = field.type === 'text' && field.quote
  return [strongLine(field.label), ...(quoted ? [{ type: 'blockquote', content: lines }] : lines)]
}

/**
 * Fields as they are printed: short ones in a table of two columns, long ones under their name, quotations as such.
 * One without a value is left out, unless it is asked for: then it is said to be missing.
 */
export function printFields(fields: readonly Field[], values: Values, reportTitles: ReportTitles = {}): DocumentNode[] {
  const shown = fields.flatMap(field => {
    if (field.internal) return []
    const value = fieldValue(fields, values, field.key)
    if (value !== null) return [{ field, text: formatValue(field, value, { reportTitles }) }]
    return isRequired(field, values) ? [{ field, text: sv.missing }] : []
  })
  const short = shown.filter(({ field }) => !isLong(field))
  return [
    ...shown
      .filter(({ field }) => field.type === 'text' && field.quote)
      .flatMap(({ field, text }) => longField(field, text)),
    ...(short.length ? [table(short.map(({ field, text }) => [headCell(field.label), textCell(text)]))] : []),
    ...shown
      .filter(({ field }) => isLong(field) && !(field.type === 'text' && field.quote))
      .flatMap(({ field, text }) => longField(field, text)),
  ]
}
