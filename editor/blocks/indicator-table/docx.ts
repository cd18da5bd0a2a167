import { docxDataTable } from '../../docx/data-table.ts'
import type { DocxBlock } from '../../docx/docx-block.ts'
import { indicatorTableModel } from './model.ts'
import { readQuery } from './query.ts'

export const indicatorTableDocx: DocxBlock = {
  kind: 'block',
  render: (node, context) => docxDataTable(indicatorTableModel(readQuery(node), context.report.data), context),
}
