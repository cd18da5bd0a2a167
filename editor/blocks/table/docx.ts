import type { DocumentNode } from '../../core/document-node.ts'
import { toneOf } from '../../core/structure/print/nodes.ts'
import type { DocxBlock } from '../../docx/docx-block.ts'
import { type DocxCell, docxTable } from '../../docx/docx-table.ts'
import { textParagraph } from '../../docx/text-paragraph.ts'
import { contentText, textNeeds } from '../../pdf/text/text-needs.ts'

const isHeader = (node: DocumentNode): boolean => node.type === 'tableHeader'
const span = (value: unknown): number => Math.max(1, Math.floor(Number(value)) || 1)

const cell = (node: DocumentNode): DocxCell => ({
  colSpan: span(node.attrs?.colspan),
  rowSpan: span(node.attrs?.rowspan),
  strong: isHeader(node),
  tone: toneOf(node),
  align: 'auto',
  text: contentText(node),
  needs: (fontSize, typeface) => textNeeds(node, fontSize, isHeader(node), typeface),
  content: context => context.blocks(node.content, context),
})

export const tableDocx: DocxBlock = {
  kind: 'block',
  render: (node, context) => {
    const rows = (node.content ?? []).map(row => row.content ?? [])
    const firstBody = rows.findIndex(cells => cells.length === 0 || !cells.every(isHeader))
    const table = docxTable(
      rows.map((cells, row) => ({ kind: row < firstBody ? 'head' : 'body', cells: cells.map(cell) })),
      context,
    )
    // Without a paragraph between them Word joins two tables.
    return table ? [table, textParagraph([], context)] : []
  },
}

/** Rows and cells outside a table, as a merge can leave them: their text. */
export const tablePartDocx: DocxBlock = {
  kind: 'block',
  render: (node, context) => context.blocks(node.content, context),
}
