import type { DocumentNode } from '../../core/document-node.ts'
import { toneOf } from '../../core/structure/print/nodes.ts'
import { contentText, textNeeds } from '../text/text-needs.ts'
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

/** A table as somebody wrote it. Rows at the top that hold nothing but header cells come again on every page. */
export function authorTableModel(table: DocumentNode): TableModel {
  const rows = (table.content ?? []).map(row => row.content ?? [])
  const firstBody = rows.findIndex(cells => cells.length === 0 || !cells.every(isHeader))
  const headRows = firstBody === -1 ? 0 : firstBody
  return {
    caption: null,
    rows: rows.map(
      (cells, row): TableRow => ({
        kind: row < headRows ? 'head' : 'body',
        // Further down too, a row of header cells is about what comes below it.
        cells: cells.map(child => cell(child, cells.every(isHeader))),
      }),
    ),
  }
}
