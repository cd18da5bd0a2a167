import { TextRun } from 'docx'
import { cleanText } from '../../docx/clean-text.ts'
import { docxDataTable } from '../../docx/data-table.ts'
import type { DocxBlock } from '../../docx/docx-block.ts'
import { textParagraph } from '../../docx/text-paragraph.ts'
import { chartModel } from './model.ts'
import { readChartQuery } from './query.ts'

/** In Word a chart is its table, which an author can turn into a chart of Word's own: a picture could not be changed. */
export const chartDocx: DocxBlock = {
  kind: 'block',
  render: (node, context) => {
    const { table, empty, description } = chartModel(readChartQuery(node), context.report.data)
    const words = textParagraph([new TextRun(cleanText(description))], { ...context, list: null })
    return [...(empty ? [] : [words]), ...docxDataTable({ ...table, empty }, context)]
  },
}
