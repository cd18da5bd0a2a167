import { fieldValue, isRequired } from '../compute.ts'
import type { Field, Values } from '../field.ts'
import { formatValue } from '../format-value.ts'
import type { RowTable } from '../structured-section.ts'
import type { ReportTitles } from './print-fields.ts'
import { sv } from './sv.ts'

/** A column of a printed list: one field, or some that are read together. */
export interface Column {
  head: string
  fields: Field[]
}

const unitOf = (field: Field): string | undefined =>
  field.type === 'number' || field.type === 'computed'
    ? (field.unit ?? (field.type === 'computed' && field.compute.by === 'share' ? '%' : undefined))
    : undefined

/** "Budget (tkr)": the unit stands once, in the head. */
export function columnHead(field: Field): string {
  const unit = unitOf(field)
  return unit ? `${field.label} (${unit})` : field.label
}

/** What a field says in a table; empty where nothing is there and nothing is asked for. */
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

/** Several fields in one cell: "Öka (2027)", "Ett tal, 75 (2027)", "Ett tal, Målvärde saknas". */
function textTogether(all: readonly Field[], column: Column, values: Values, reportTitles: ReportTitles): string {
  return column.fields.reduce((so, field) => {
    const isMissing = fieldValue(all, values, field.key) === null
    const text =
      cellText(all, field, values, reportTitles) && isMissing
        ? sv.missingNamed(field.label)
        : cellText(all, field, values, reportTitles)
    if (!text || !so) return so || text
    return field.type === 'period' && !isMissing ? `${so} (${text})` : `${so}, ${text}`
  }, '')
}

/** What a column says of a row. */
export const columnText = (
  all: readonly Field[],
  column: Column,
  values: Values,
  reportTitles: ReportTitles = {},
): string => {
  const [only] = column.fields
  return only && column.fields.length === 1
    ? cellText(all, only, values, reportTitles)
    : textTogether(all, column, values, reportTitles)
}

/**
 * The columns that a list is printed in: without internal fields, with those joined that the kind joins, and without
 * those that say nothing in any row.
 */
export function columnsOf({ kind, rows }: RowTable): Column[] {
  const joined = (field: Field) => kind.together?.find(({ of }) => of.includes(field.key))
  const columns = kind.fields
    .filter(field => !field.internal)
    .flatMap((field): Column[] => {
      const group = joined(field)
      if (!group) return [{ head: columnHead(field), fields: [field] }]
      if (group.of[0] !== field.key) return []
      const fields = group.of.flatMap(key => kind.fields.filter(one => one.key === key && !one.internal))
      return [{ head: group.label, fields }]
    })
  return columns.filter(
    (column, index) => index === 0 || rows.some(({ values }) => columnText(kind.fields, column, values) !== ''),
  )
}
