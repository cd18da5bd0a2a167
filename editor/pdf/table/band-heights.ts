import type { PdfContext } from '../pdf-block.ts'
import { columnHeight, lyingColumn } from '../theme.ts'
import { type DrawnCell, tableCell } from './table-cell.tsx'

/** For the measuring pass: ids that take no number from the real ones, and no questions inside the question. */
const apart = (context: PdfContext): PdfContext => ({ ...context, id: prefix => prefix, height: () => null })

/**
 * Heights of rows that cells span, in points; null while they are not measured, and where the rows together are
 * taller than a page.
 */
export function bandHeights(rows: DrawnCell[][], context: PdfContext): number[] | null {
  const measured = rows.map(cells =>
    cells.map(cell => ({
      cell,
      height: context.height(cell.width, () => tableCell(cell, apart(context))),
    })),
  )
  const all = measured.flat()
  if (all.some(({ height }) => height === null)) return null
  const heights = measured.map(cells =>
    Math.max(0, ...cells.filter(({ cell }) => cell.placed.rowSpan === 1).map(({ height }) => height ?? 0)),
  )
  const firstRow = rows[0]?.[0]?.placed.row ?? 0
  for (const { cell, height } of all.filter(entry => entry.cell.placed.rowSpan > 1)) {
    const start = cell.placed.row - firstRow
    const end = start + cell.placed.rowSpan
    const lacking = (height ?? 0) - heights.slice(start, end).reduce((total, value) => total + value, 0)
    if (lacking > 0) heights[end - 1] = (heights[end - 1] ?? 0) + lacking
  }
  return heights.reduce((total, value) => total + value, 0) >
    (context.isLying ? lyingColumn.height : columnHeight) * 0.9
    ? null
    : heights
}
