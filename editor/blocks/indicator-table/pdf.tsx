import type { PdfBlock } from '../../pdf/pdf-block.ts'
import { pdfDataTable } from '../../pdf/table/data-table.tsx'
import { indicatorTableModel } from './model.ts'
import { readQuery } from './query.ts'

export const indicatorTablePdf: PdfBlock = (node, context) =>
  pdfDataTable(indicatorTableModel(readQuery(node), context.report.data), context)
