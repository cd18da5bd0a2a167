import type { Grid, PlacedCell } from './grid.ts'
import type { TableCell } from './table-model.ts'

/** A number as it is written in Swedish or imported text, with unit: "1 234,5", "−2 %", "47.1", "12 tkr", "<5". */
const NUMBER = /^[<>≤≥+±−–-]?\s?\d[\d\s\u00a0\u202f.,]*\s?(%|kr|tkr|mnkr|mdkr|st|procent)?$/
const MISSING = /^(|[–—-]{1,2}|\.\.|N\/A)$/

const isNumber = (text: string): boolean => NUMBER.test(text)

/** Columns in which every cell of the body is a number or missing. Figures in them stand under each other. */
export function numericColumns(grid: Grid<Pick<TableCell, 'text'>>, headRows: number): Set<number> {
  const body = grid.rows.slice(headRows).flat()
  const columns = Array.from({ length: grid.columns }, (_, column) => column)
  return new Set(
    columns.filter(column => {
      const texts = body.filter(cell => cell.column === column).map(cell => cell.cell?.text.trim() ?? '')
      return texts.some(isNumber) && texts.every(text => isNumber(text) || MISSING.test(text))
    }),
  )
}

/** Where a cell's text stands: as the block says, or by what its column holds. */
export function alignment(
  { cell, column, colSpan }: PlacedCell<Pick<TableCell, 'align'>>,
  inHead: boolean,
  numeric: Set<number>,
): 'left' | 'right' | 'center' {
  if (!cell) return 'left'
  if (cell.align !== 'auto') return cell.align
  if (colSpan > 1) return inHead ? 'center' : 'left'
  return numeric.has(column) ? 'right' : 'left'
}
