import type { PdfBlock } from '../../pdf/pdf-block.ts'
import { authorTableModel } from '../../pdf/table/author-table.ts'
import { pdfTable } from '../../pdf/table/table.tsx'

export const tablePdf: PdfBlock = (node, context) => pdfTable(authorTableModel(node), context)

/** Rows and cells outside a table, as a merge can leave them: their text. */
export const tablePartPdf: PdfBlock = (node, context) => context.blocks(node.content, context)
