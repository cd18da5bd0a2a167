import type { ReactElement } from 'react'
import { View } from '../elements.ts'
import type { PdfContext } from '../pdf-block.ts'
import { bandHeights } from './band-heights.ts'
import { type DrawnCell, tableCell } from './table-cell.tsx'

/** A row that nothing spans. It moves to the next page whole, unless a page is too short for it. */
function plainRow(cells: DrawnCell[], columns: number[], context: PdfContext): ReactElement {
  const id = context.id('row')
  const drawn: ReactElement[] = []
  let edge = 0
  for (const cell of cells) {
    // Where a cell from an earlier row would stand if it were not drawn in that row alone.
    if (cell.left > edge + 0.01) drawn.push(<View key={`gap-${edge}`} style={{ width: cell.left - edge }} />)
    drawn.push(tableCell(cell, context))
    edge = cell.left + cell.width
  }
  const width = columns.reduce((total, value) => total + value, 0)
  return (
    <View key={id} struct={{ role: 'TR', id }} wrap={context.tallerThanPage(id)} style={{ flexDirection: 'row', width }}>
      {drawn}
    </View>
  )
}

/** Rows that cells span: every cell at the place and in the height that the measuring gave. */
function fixedBand(rows: DrawnCell[][], heights: number[], context: PdfContext): ReactElement {
  const tops = heights.map((_, row) => heights.slice(0, row).reduce((total, value) => total + value, 0))
  const total = heights.reduce((sum, value) => sum + value, 0)
  return (
    <View key={context.id('band')} wrap={false} style={{ height: total }}>
      {rows.map((cells, row) => {
        const id = context.id('row')
        return (
          <View key={id} struct={{ role: 'TR', id }} style={{ position: 'absolute', top: tops[row] ?? 0, left: 0 }}>
            {cells.map(cell => {
              const spanned = heights.slice(row, row + cell.placed.rowSpan)
              const height = spanned.reduce((sum, value) => sum + value, 0)
              return tableCell(cell, context, { position: 'absolute', top: 0, left: cell.left, height })
            })}
          </View>
        )
      })}
    </View>
  )
}

/** The rows of one band. Where they cannot be measured or are too tall, a spanning cell stands in its first row. */
export function bandRows(rows: DrawnCell[][], columns: number[], context: PdfContext): ReactElement[] {
  const heights = rows.length > 1 ? bandHeights(rows, context) : null
  if (heights) return [fixedBand(rows, heights, context)]
  return rows.map(cells => plainRow(cells, columns, context))
}
