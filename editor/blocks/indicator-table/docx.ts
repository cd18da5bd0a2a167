import { TextRun } from 'docx'
import { cleanText } from '../../docx/clean-text.ts'
import type { DocxBlock } from '../../docx/docx-block.ts'
import { type DocxCell, type DocxRow, docxTable } from '../../docx/docx-table.ts'
import { style } from '../../docx/styles.ts'
import { textParagraph } from '../../docx/text-paragraph.ts'
import { textWidth } from '../../pdf/text/fonts.ts'
import { typeset } from '../../pdf/text/typeset.ts'
import { type IndicatorTableModel, indicatorTableModel, readQuery } from './model.ts'

const cell = (text: string, align: DocxCell['align'], strong = false, colSpan = 1): DocxCell => ({
  colSpan,
  rowSpan: 1,
  strong,
  align,
  text,
  needs: fontSize => ({
    min: Math.max(
      ...typeset(text)
        .split(' ')
        .map(word => textWidth(word, fontSize, true)),
    ),
    max: textWidth(typeset(text), fontSize, strong),
  }),
  content: context => [textParagraph([new TextRun({ ...context.run, text: cleanText(text) })], context)],
})

function tableRows(model: IndicatorTableModel): DocxRow[] {
  const last = model.columns.length - 1
  const align = (column: number): DocxCell['align'] => (column === 0 || column === last ? 'left' : 'right')
  return [
    { kind: 'head', cells: model.columns.map((text, column) => cell(text, align(column), true)) },
    ...model.groups.flatMap(group => [
      ...(group.area ? [{ kind: 'area' as const, cells: [cell(group.area, 'left', true, model.columns.length)] }] : []),
      ...group.rows.map(row => ({
        kind: 'body' as const,
        cells: [cell(row.heading, 'left'), ...row.cells.map((value, index) => cell(value.text, align(index + 1)))],
      })),
    ]),
  ]
}

export const indicatorTableDocx: DocxBlock = {
  kind: 'block',
  render: (node, context) => {
    const model = indicatorTableModel(readQuery(node), context.report.data)
    const line = (text: string, paragraphStyle: string) =>
      textParagraph([new TextRun(cleanText(text))], { ...context, paragraphStyle, list: null })
    if (model.empty) return [line(model.empty, style.source)]
    const table = docxTable(tableRows(model), context)
    return [
      ...(model.caption ? [line(model.caption, style.caption)] : []),
      ...(table ? [table] : []),
      ...model.sources.map(source => line(source, style.source)),
    ]
  },
}
