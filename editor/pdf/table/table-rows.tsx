import type { ReactElement } from 'react'
import { View } from '../elements.ts'
import type { PdfContext } from '../pdf-block.ts'
import { KEEP } from '../theme.ts'
import { bandHeights } from './band-heights.ts'
import { type DrawnCell, tableCell } from './table-cell.tsx'
import { rowBackground, ruleBelow, SPACE } from './table-style.ts'

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0)

const noRule = { borderBottomWidth: 0 }

/** Where a band stands in its table. */
export interface Position {
  isEnd: boolean
  /** On the same page as the next band: the last row of a table is not left alone. */
  keep: boolean
}

/**
 * A row on its own. It moves to the next page whole, unless a page is too short for it. A cell that spans rows is drawn
 * in its first one; `spanning` are those from rows above, whose columns stay empty.
 */
function plainRow(
  row: number,
  cells: DrawnCell[],
  spanning: DrawnCell[],
  { isEnd, keep }: Position,
  context: PdfContext,
): ReactElement {
  const id = context.id('row')
  const endsHere = ({ placed }: DrawnCell) => placed.row + placed.rowSpan - 1 === row
  // One rule under the row where it can be: between the rules of single cells seams would show.
  const all = [...cells, ...spanning]
  const whole = all.every(endsHere)
  const rule = (cell: DrawnCell) => (!whole && endsHere(cell) ? ruleBelow(cell.last) : noRule)
  const drawn = all
    .sort((a, b) => a.left - b.left)
    .map(cell =>
      cell.placed.row === row ? (
        tableCell(cell, context, rule(cell))
      ) : (
        <View key={`${row}-${cell.placed.column}`} style={{ width: cell.width, ...rule(cell) }} />
      ),
    )
  return (
    <View
      key={id}
      struct={{ role: 'TR', id }}
      wrap={context.tallerThanPage(id)}
      minPresenceAhead={keep || cells[0]?.kind === 'area' ? KEEP : undefined}
      style={{
        flexDirection: 'row',
        ...rowBackground(cells[0]?.kind ?? 'body'),
        ...(whole ? ruleBelow(all[0]?.last ?? false) : {}),
        marginBottom: isEnd ? SPACE.after : 0,
      }}
    >
      {drawn}
    </View>
  )
}

/** Rows that cells span: every cell at the place and in the height that the measuring gave. */
function fixedBand(
  rows: DrawnCell[][],
  heights: number[],
  { isEnd, keep }: Position,
  context: PdfContext,
): ReactElement {
  return (
    <View
      key={context.id('band')}
      wrap={false}
      minPresenceAhead={keep ? KEEP : undefined}
      style={{
        height: sum(heights),
        ...rowBackground(rows[0]?.[0]?.kind ?? 'body'),
        marginBottom: isEnd ? SPACE.after : 0,
      }}
    >
      {rows.map((cells, row) => {
        const id = context.id('row')
        return (
          <View
            key={id}
            struct={{ role: 'TR', id }}
            style={{ position: 'absolute', top: sum(heights.slice(0, row)), left: 0 }}
          >
            {cells.map(cell => {
              const height = sum(heights.slice(row, row + cell.placed.rowSpan))
              const place = { position: 'absolute', top: 0, left: cell.left, height } as const
              // The rules of neighbours overlap, or seams would show between them.
              return tableCell(cell, context, { ...place, width: cell.width + 0.5 })
            })}
          </View>
        )
      })}
    </View>
  )
}

/** The rows of one band, together where they could be measured and a page holds them. */
export function bandRows(rows: DrawnCell[][], position: Position, context: PdfContext): ReactElement[] {
  const heights = rows.length > 1 ? bandHeights(rows, context) : null
  if (heights) return [fixedBand(rows, heights, position, context)]
  const first = rows[0]?.[0]?.placed.row ?? 0
  const all = rows.flat()
  return rows.map((cells, index) => {
    const row = first + index
    const spanning = all.filter(({ placed }) => placed.row < row && placed.row + placed.rowSpan > row)
    const isLast = index === rows.length - 1
    return plainRow(row, cells, spanning, { isEnd: position.isEnd && isLast, keep: position.keep && isLast }, context)
  })
}
