import { docxDataTable } from '../../docx/data-table.ts'
import type { DocxBlock } from '../../docx/docx-block.ts'
import { asTable, keyFiguresModel } from './model.ts'
import { readKeyFiguresQuery } from './query.ts'

export const keyFiguresDocx: DocxBlock = {
  kind: 'block',
  render: (node, context) =>
    docxDataTable(asTable(keyFiguresModel(readKeyFiguresQuery(node), context.report.data)), context),
}
