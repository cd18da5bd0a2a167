import { slug } from '../slug.ts'
import { isBlank, type TableRow } from '../table/table.ts'
import { splitPeriod } from './period-text.ts'

/** "Målvärde 2023" and "malvarde_2023" are the same column. */
export const columnName = (header: string): string => slug(header).replaceAll('-', '_')

export interface Column {
  index: number
  /** As the file writes it. */
  header: string
  name: string
  /** The name with `{period}` in the place of its period. */
  pattern: string
  period: string | null
}

/** The header's text over each column: a merged cell belongs to all of its columns, as does one with blanks after it. */
function headings(row: TableRow, isLast: boolean, width: number): string[] {
  const cells = Array.from({ length: width }, (_, index) => (row.cells[index] ?? '').trim())
  for (const { from, to } of row.merged ?? [])
    for (let index = from + 1; index <= Math.min(to, width - 1); index += 1) cells[index] = cells[from] ?? ''
  if (isLast || row.numbers) return cells
  for (let index = 1; index < width; index += 1) cells[index] ||= cells[index - 1] ?? ''
  return cells
}

/** The columns that the header's rows name, in their order; those without a name are none. */
export function readColumns(header: TableRow[]): Column[] {
  const width = Math.max(...header.map(row => row.cells.length))
  const rows = header.map((row, index) => headings(row, index === header.length - 1, width))
  return Array.from({ length: width }, (_, index) => {
    const words = rows.map(row => row[index] ?? '').filter((text, at, all) => text !== '' && text !== all[at - 1])
    const text = words.join(' ').replace(/\s+/g, ' ')
    const name = columnName(text)
    return { index, header: text, name, ...splitPeriod(name) }
  }).filter(column => column.name !== '')
}

/** Rows that may stand above the header: titles, dates, who printed it. */
export const HEADER_WITHIN = 40

/** How many columns the header rows at `start` have; 0 where they are no header. */
export const headerAt = (rows: TableRow[], start: number, count: number): Column[] =>
  rows.length < start + count || isBlank(rows[start]?.cells ?? []) ? [] : readColumns(rows.slice(start, start + count))
