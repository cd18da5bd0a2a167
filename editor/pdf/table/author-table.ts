import type { DocumentNode } from '../../core/document-node.ts'
import { toneOf } from '../../core/structure/print/nodes.ts'
import { contentText, textNeeds } from '../text/text-needs.ts'
import { placeCells } from './grid.ts'
import type { TableCell, TableModel, TableRow } from './table-model.ts'

const isHeader = (node: DocumentNode): boolean => node.type === 'tableHeader'
const span = (value: unknown): number => Math.max(1, Math.floor(Number(value)) || 1)

function cell(node: DocumentNode, inHeadRow: boolean): TableCell {
  const strong = isHeader(node)
  return {
    colSpan: span(node.attrs?.colspan),
    rowSpan: span(node.attrs?.rowspan),
    scope: strong ? (inHeadRow ? 'Column' : 'Row') : null,
    align: 'auto',
    text: contentText(node),
    strong,
    tone: toneOf(node),
    widths: ({ size, typeface }) => textNeeds(node, size.fontSize, strong, typeface),
    content: context => context.blocks(node.content, { ...context, size: { ...context.size, after: 0 } }),
  }
}

/** Numbers of the rows that a data cell stands in, or reaches down into from above. */
function rowsWithData(rows: DocumentNode[][]): Set<number> {
  const spanning = rows.map(cells =>
    cells.map(node => ({ node, colSpan: span(node.attrs?.colspan), rowSpan: span(node.attrs?.rowspan) })),
  )
  const found = new Set<number>()
  for (const { cell: placed, row, rowSpan } of placeCells(spanning).rows.flat())
    if (placed && !isHeader(placed.node)) for (let reached = row; reached < row + rowSpan; reached++) found.add(reached)
  return found
}

/** A table as somebody wrote it. Rows at the top that hold nothing but header cells come again on every page. */
export function authorTableModel(table: DocumentNode): TableModel {
  const rows = (table.content ?? []).map(row => row.content ?? [])
  const withData = rowsWithData(rows)
  const firstBody = rows.findIndex((cells, row) => cells.length === 0 || withData.has(row))
  const headRows = firstBody === -1 ? 0 : firstBody
  return {
    caption: null,
    rows: rows.map(
      (cells, row): TableRow => ({
        kind: row < headRows ? 'head' : 'body',
        // Further down too, a row of header cells is about what comes below it.
        cells: cells.map(child => cell(child, !withData.has(row))),
      }),
    ),
  }
}
