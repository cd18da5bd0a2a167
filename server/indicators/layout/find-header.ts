import type { TableRow } from '../table/table.ts'
import { type Column, HEADER_WITHIN, headerAt } from './columns.ts'
import type { Layout } from './layout.ts'

export interface Header {
  /** Index of its first row among the rows that were given. */
  start: number
  count: number
  line: number
  columns: Column[]
}

/** The columns of a layout that every row needs. Each is a list of names; one of them must be there. */
export function requiredColumns(layout: Layout): string[][] {
  const named = layout.measures.every(measure => measure.name !== null)
  return [layout.area, ...(named ? [] : [layout.name]), layout.gender].filter(names => names.length > 0)
}

/** Every name or pattern of a column that the layout knows. */
function knownColumns(layout: Layout): Set<string> {
  const { area, name, gender, better, note, status, skipRows, measures, values } = layout
  const ofValues = values.flatMap(({ column, numerator, denominator, period }) => [
    column,
    numerator,
    denominator,
    period.from === 'column' ? period.column : null,
  ])
  const all = [
    ...[area, name, gender, better, note, status, skipRows.columns].flat(),
    ...measures.flatMap(measure => measure.unitColumns),
    ...ofValues.filter(column => column !== null),
  ]
  return new Set(all)
}

/** How many of the columns the layout knows; null where one that it needs is missing. */
export function matchHeader(columns: Column[], layout: Layout): number | null {
  const has = (name: string): boolean => columns.some(column => column.name === name || column.pattern === name)
  if (!requiredColumns(layout).every(names => names.some(has))) return null
  if (!layout.values.some(value => has(value.column))) return null
  const known = knownColumns(layout)
  return columns.filter(column => known.has(column.name) || known.has(column.pattern)).length
}

/** The first rows that fit the layout's header; where none do, the first row that could be a header at all. */
export function findHeader(rows: TableRow[], layout: Layout): Header | null {
  const { headerRows: count } = layout
  const last = Math.min(rows.length - count, HEADER_WITHIN)
  let likely: Header | null = null
  for (let start = 0; start <= last; start += 1) {
    const columns = headerAt(rows, start, count)
    const header = { start, count, line: rows[start]?.line ?? 1, columns }
    if (matchHeader(columns, layout) !== null) return header
    if (!likely || (likely.columns.length < 2 && columns.length > likely.columns.length)) likely = header
  }
  return likely
}
