import type { Layout } from '../layout/layout.ts'
import type { ColumnPlan } from '../layout/plan-columns.ts'
import { isBlank, type TableRow } from '../table/table.ts'
import type { ProblemList } from './problem.ts'

const SUM = /^(?:summa|totalt?|delsumma)(?![\p{L}\p{N}])/iu

const textOf = (row: TableRow): string =>
  row.cells
    .map(cell => cell.trim())
    .filter(Boolean)
    .join(' ')

/** Whether a row of the table is a row of figures. What is left out is told. */
export function isDataRow(row: TableRow, layout: Layout, plan: ColumnPlan, problems: ProblemList): boolean {
  const { words, sums } = layout.skipRows
  const word = plan.skip ? (row.cells[plan.skip.index] ?? '').trim().toLowerCase() : ''
  const name = (row.cells[(plan.name ?? plan.area)?.index ?? 0] ?? '').trim()
  if ((word !== '' && words.includes(word)) || (sums && SUM.test(name))) {
    problems.notice('skipped-sum', row.line, '', name)
    return false
  }
  // A heading between rows, a footnote, or where the file comes from.
  const hasValue = plan.values.some(value => (row.cells[value.index] ?? '').trim() !== '')
  if (!hasValue && row.cells.filter(cell => cell.trim() !== '').length === 1) {
    problems.notice('text-row', row.line, '', textOf(row))
    return false
  }
  return true
}

/**
 * Whether the row has the cells that the header names. A row of a sheet ends where its last filled cell is; one of a
 * text file that is shorter has lost something.
 */
export function hasAllCells(row: TableRow, { width }: ColumnPlan, problems: ProblemList): boolean {
  if ((row.numbers || row.cells.length >= width) && isBlank(row.cells.slice(width))) return true
  problems.error('cell-count', row.line, '', row.cells.join(' | '))
  return false
}
