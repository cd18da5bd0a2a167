import { docxDataTable } from '../../docx/data-table.ts'
import type { DocxBlock } from '../../docx/docx-block.ts'
import { economyTableModel } from './model.ts'
import { readEconomyQuery } from './query.ts'

export const economyTableDocx: DocxBlock = {
  kind: 'block',
  render: (node, context) => docxDataTable(economyTableModel(readEconomyQuery(node), context.report.data), context),
}
