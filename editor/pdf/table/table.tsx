import type { ReactElement } from 'react'
import { Text, View } from '../elements.ts'
import type { PdfContext } from '../pdf-block.ts'
import { typeset } from '../text/typeset.ts'
import { color, denseTableText, KEEP, type TextSize, tableText, textStyle } from '../theme.ts'
import { alignment, numericColumns } from './alignment.ts'
import { columnWidths } from './column-widths.ts'
import { bands, type Grid, placeCells } from './grid.ts'
import type { DrawnCell } from './table-cell.tsx'
import type { TableCell, TableModel } from './table-model.ts'
import { bandRows } from './table-rows.tsx'
import { SPACE } from './table-style.ts'
import { cellWidths, contextFor, headRowsOf, leastWidth } from './table-width.ts'

/** Ordinary table text, or the smaller one where the longest words do not fit otherwise. */
function chooseSize(grid: Grid<TableCell>, headRows: number, context: PdfContext): TextSize {
  return leastWidth(grid, headRows, tableText, context.typeface) > context.width ? denseTableText : tableText
}

function drawnRows(grid: Grid<TableCell>, model: TableModel, columns: number[], headRows: number): DrawnCell[][] {
  const numeric = numericColumns(grid, headRows)
  const left = columns.map((_, column) => columns.slice(0, column).reduce((total, width) => total + width, 0))
  return grid.rows.map((cells, row) =>
    cells.map(placed => {
      const end = row + placed.rowSpan
      const width = columns.slice(placed.column, placed.column + placed.colSpan).reduce((sum, value) => sum + value, 0)
      const kind = row < headRows ? 'head' : model.rows[row]?.kind === 'area' ? 'area' : 'body'
      return {
        placed,
        kind,
        left: left[placed.column] ?? 0,
        width,
        align: alignment(placed, row < headRows, numeric),
        last: end === headRows || end === grid.rows.length,
      }
    }),
  )
}

const topRule = { borderTopWidth: 0.9, borderTopColor: color.accent }

/** A table over the width of the context, or of a page that lies; its head comes again on every page that it reaches. */
export function pdfTable(model: TableModel, outer: PdfContext): ReactElement | null {
  const grid = placeCells(model.rows.map(row => row.cells))
  if (grid.columns === 0) return null
  const headRows = headRowsOf(model, grid)
  const placed = contextFor(model, outer)
  const context = { ...placed, size: chooseSize(grid, headRows, placed) }
  const columns = columnWidths(cellWidths(grid, headRows, context), grid.columns, context.width)
  const rows = drawnRows(grid, model, columns, headRows)
  const all = bands(grid.rows)
  const head = all.filter(([first = 0]) => first < headRows)
  const body = all.filter(([first = 0]) => first >= headRows)
  const band = (numbers: number[]) => {
    const position = { isEnd: numbers === all.at(-1), keep: numbers === body.at(-2) }
    return bandRows(
      numbers.map(row => rows[row] ?? []),
      position,
      context,
    )
  }
  return (
    <View key={context.id('key')} struct={{ role: 'Table', id: context.id('table') }} isLying={context.isLying}>
      {model.caption ? (
        <Text
          struct={{ role: 'Caption', id: context.id('caption') }}
          minPresenceAhead={KEEP}
          style={{
            ...textStyle(tableText),
            fontWeight: 600,
            color: color.accent,
            marginTop: SPACE.before,
            marginBottom: 4,
          }}
        >
          {typeset(model.caption)}
        </Text>
      ) : null}
      {head.length > 0 ? (
        <View
          fixed
          wrap={false}
          minPresenceAhead={KEEP}
          struct={{ role: 'THead', id: context.id('thead') }}
          style={{ ...topRule, marginTop: model.caption ? 0 : SPACE.before }}
        >
          {head.map(band)}
        </View>
      ) : null}
      <View
        struct={{ role: 'TBody', id: context.id('tbody') }}
        style={head.length > 0 ? {} : { ...topRule, marginTop: model.caption ? 0 : SPACE.before }}
      >
        {body.map(band)}
      </View>
    </View>
  )
}
