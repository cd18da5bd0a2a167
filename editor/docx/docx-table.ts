import {
  BorderStyle,
  type FileChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { CellTone } from '../core/structure/print/nodes.ts'
import type { Typeface } from '../core/typefaces.ts'
import { alignment, numericColumns } from '../pdf/table/alignment.ts'
import { columnWidths } from '../pdf/table/column-widths.ts'
import { type PlacedCell, placeCells, separableRows } from '../pdf/table/grid.ts'
import { tableText } from '../pdf/theme.ts'
import type { DocxContext } from './docx-block.ts'
import { accentOf } from './profile.ts'
import { color, style, tone } from './styles.ts'
import { textParagraph } from './text-paragraph.ts'

export interface DocxCell {
  colSpan: number
  rowSpan: number
  strong: boolean
  tone?: CellTone | null
  align: 'left' | 'right' | 'center' | 'auto'
  text: string
  /** Longest word and longest line, points. */
  needs: (fontSize: number, typeface: Typeface) => { min: number; max: number }
  content: (context: DocxContext) => FileChild[]
}

export interface DocxRow {
  kind: 'head' | 'area' | 'body'
  cells: DocxCell[]
}

const TWIPS = 20
const PADDING = 100
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const rule = (size: number, ink: string) => ({ style: BorderStyle.SINGLE, size, color: ink })

/** Holes in the author's table, and cells without text: Word wants a paragraph in each. */
function cellContent(placed: PlacedCell<DocxCell>, context: DocxContext): FileChild[] {
  const content = placed.cell?.content(context) ?? []
  // A cell may not end with a table.
  return content.length > 0 && !(content.at(-1) instanceof Table) ? content : [...content, textParagraph([], context)]
}

/** A table over the width of the context, its head repeated on every page. Rows of kind `head` come first. */
export function docxTable(rows: DocxRow[], outer: DocxContext): Table | null {
  const grid = placeCells(rows.map(row => row.cells))
  if (grid.columns === 0) return null
  const firstBody = rows.findIndex(row => row.kind !== 'head')
  const headRows = separableRows(grid.rows, firstBody === -1 ? 0 : firstBody)
  const needs = grid.rows.flat().map(({ column, colSpan, cell }) => {
    const { min, max } = cell?.needs(tableText.fontSize, outer.typeface) ?? { min: 0, max: 0 }
    return { column, colSpan, min: min * 1.1 * TWIPS + 2 * PADDING, max: max * TWIPS + 2 * PADDING }
  })
  const widths = columnWidths(needs, grid.columns, outer.width).map(Math.floor)
  const numeric = numericColumns(grid, headRows)
  const draw = (placed: PlacedCell<DocxCell>, isHead: boolean, isShaded: boolean): TableCell => {
    const width = widths.slice(placed.column, placed.column + placed.colSpan).reduce((sum, value) => sum + value, 0)
    const context: DocxContext = {
      ...outer,
      width: width - 2 * PADDING,
      paragraphStyle: style.table,
      align: alignment(placed, isHead, numeric),
      run: { ...outer.run, ...(placed.cell?.strong ? { bold: true } : {}) },
      list: null,
      indent: 0,
    }
    const fill = placed.cell?.tone ? tone[placed.cell.tone] : isShaded ? color.shade : null
    return new TableCell({
      columnSpan: placed.colSpan,
      rowSpan: placed.rowSpan,
      width: { size: width, type: WidthType.DXA },
      verticalAlign: isHead ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
      ...(fill ? { shading: { type: ShadingType.CLEAR, fill, color: 'auto' } } : {}),
      children: cellContent(placed, context) as never,
    })
  }
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    margins: { top: 50, bottom: 40, left: PADDING, right: PADDING },
    borders: {
      top: rule(8, accentOf(outer.report)),
      bottom: rule(8, accentOf(outer.report)),
      left: none,
      right: none,
      insideHorizontal: rule(4, color.rule),
      insideVertical: none,
    },
    rows: grid.rows.map(
      (cells, row) =>
        new TableRow({
          tableHeader: row < headRows,
          cantSplit: true,
          children: cells.map(cell => draw(cell, row < headRows, row < headRows || rows[row]?.kind === 'area')),
        }),
    ),
  })
}
