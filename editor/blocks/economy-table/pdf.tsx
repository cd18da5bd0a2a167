import type { PdfBlock } from '../../pdf/pdf-block.ts'
import { pdfDataTable } from '../../pdf/table/data-table.tsx'
import { economyTableModel } from './model.ts'
import { readEconomyQuery } from './query.ts'

export const economyTablePdf: PdfBlock = (node, context) =>
  pdfDataTable(economyTableModel(readEconomyQuery(node), context.report.data), context)
