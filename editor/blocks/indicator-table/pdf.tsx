import { View } from '../../pdf/elements.ts'
import type { PdfBlock, PdfContext } from '../../pdf/pdf-block.ts'
import { pdfTable } from '../../pdf/table/table.tsx'
import type { TableCell, TableModel } from '../../pdf/table/table-model.ts'
import { textWidth } from '../../pdf/text/fonts.ts'
import { textBlock } from '../../pdf/text/text-block.tsx'
import { typeset } from '../../pdf/text/typeset.ts'
import { color, tableText } from '../../pdf/theme.ts'
import { type Cell, type IndicatorTableModel, indicatorTableModel, readQuery } from './model.ts'

type Look = Partial<Pick<TableCell, 'align' | 'strong' | 'scope' | 'colSpan'>>

function cell({ text, label }: Cell, look: Look): TableCell {
  const drawn = typeset(text)
  return {
    colSpan: 1,
    rowSpan: 1,
    scope: null,
    align: 'left',
    strong: false,
    ...look,
    text: drawn,
    widths: ({ size }) => ({
      min: Math.max(...drawn.split(' ').map(word => textWidth(word, size.fontSize, true))),
      max: textWidth(drawn, size.fontSize, look.strong ?? false),
    }),
    content: context => textBlock('P', drawn, context, { actualText: label }),
  }
}

function tableModel(model: IndicatorTableModel): TableModel {
  // The first column holds words and the last one yes or no; those between hold numbers.
  const align = (column: number): TableCell['align'] =>
    column === 0 || column === model.columns.length - 1 ? 'left' : 'right'
  return {
    caption: model.caption || null,
    rows: [
      {
        kind: 'head',
        cells: model.columns.map((text, column) =>
          cell({ text }, { align: align(column), strong: true, scope: 'Column' }),
        ),
      },
      ...model.groups.flatMap(group => [
        ...(group.area
          ? [
              {
                kind: 'area' as const,
                cells: [cell({ text: group.area }, { strong: true, scope: 'Row', colSpan: model.columns.length })],
              },
            ]
          : []),
        ...group.rows.map(row => ({
          kind: 'body' as const,
          cells: [
            cell({ text: row.heading }, { scope: 'Row' }),
            ...row.cells.map((value, index) => cell(value, { align: align(index + 1) })),
          ],
        })),
      ]),
    ],
  }
}

const sourceLine = (line: string, context: PdfContext) =>
  textBlock(
    'P',
    typeset(line),
    { ...context, size: tableText },
    { style: { fontSize: 7.5, lineHeight: 1.4, color: color.muted } },
  )

export const indicatorTablePdf: PdfBlock = (node, context) => {
  const model = indicatorTableModel(readQuery(node), context.report.data)
  if (model.empty)
    return textBlock('P', typeset(model.empty), context, {
      style: { color: color.muted, marginBottom: context.size.after },
    })
  return [
    pdfTable(tableModel(model), context),
    ...model.sources.map(line => sourceLine(line, context)),
    <View key={context.id('key')} style={{ height: 8 }} />,
  ]
}
