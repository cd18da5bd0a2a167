import { fieldValue } from '../compute.ts'
import type { Field, Values } from '../field.ts'
import { formatValue } from '../format-value.ts'
import type { ReportTitles } from './print-fields.ts'

export interface Fact {
  label: string
  text: string
}

/** Fields that have a value, in words: what stands on the cover. */
export const fieldFacts = (fields: readonly Field[], values: Values, reportTitles: ReportTitles = {}): Fact[] =>
  fields.flatMap(field => {
    const value = field.internal ? null : fieldValue(fields, values, field.key)
    if (value === null) return []
    const text = formatValue(field, value, { reportTitles })
    return [{ label: field.label, text: field.type === 'text' && field.quote ? `”${text}”` : text }]
  })
