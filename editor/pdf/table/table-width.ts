import type { Typeface } from '../../core/typefaces.ts'
import type { PdfContext } from '../pdf-block.ts'
import { columnWidth, denseTableText, lineReserve, lyingColumn, type TextSize } from '../theme.ts'
import { type CellWidth, columnNeeds } from './column-widths.ts'
import { type Grid, placeCells, separableRows } from './grid.ts'
import type { TableCell, TableModel } from './table-model.ts'
import { padding } from './table-style.ts'

/** Width of a cell whose text takes `width`. */
const room = (width: number): number => (width + 0.5) / (1 - lineReserve(1)) + 2 * padding.x

/** What each cell needs, points. */
export function cellWidths(
  grid: Grid<TableCell>,
  headRows: number,
  context: Pick<PdfContext, 'size' | 'typeface'>,
): CellWidth[] {
  return grid.rows.flat().map(({ row, column, colSpan, cell }) => {
    const { min, max } = cell?.widths(context) ?? { min: 0, max: 0 }
    // A long head over short figures goes on two or three lines.
    return { column, colSpan, min: room(min), max: room(row < headRows ? Math.max(min, max * 0.75) : max) }
  })
}

/** How many rows at the top come again on every page. */
export function headRowsOf(model: TableModel, grid: Grid<TableCell>): number {
  const wanted = model.rows.findIndex(row => row.kind !== 'head')
  return separableRows(grid.rows, wanted === -1 ? 0 : wanted)
}

/** Points that the table must have for no word to be cut, in text of the size. */
export function leastWidth(grid: Grid<TableCell>, headRows: number, size: TextSize, typeface: Typeface): number {
  const { min } = columnNeeds(cellWidths(grid, headRows, { size, typeface }), grid.columns)
  return min.reduce((total, width) => total + width, 0)
}

/** Whether not even a page that lies is wide enough: its words are cut. */
export const isTooWide = (model: TableModel, typeface: Typeface): boolean =>
  leastTableWidth(model, typeface) > lyingColumn.width

/** Points that a table must have in the smallest text that is still easy to read. */
export function leastTableWidth(model: TableModel, typeface: Typeface): number {
  const grid = placeCells(model.rows.map(row => row.cells))
  return leastWidth(grid, headRowsOf(model, grid), denseTableText, typeface)
}

/** Where a table is drawn: on a page that lies where one that stands would cut its words. Never inside another block. */
export function contextFor(model: TableModel, context: PdfContext): PdfContext {
  if (context.width !== columnWidth || leastTableWidth(model, context.typeface) <= columnWidth) return context
  return { ...context, width: lyingColumn.width, isLying: true }
}
