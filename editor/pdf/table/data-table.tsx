import type { ReactElement } from 'react'
import type { DataCell, DataRow, DataTable } from '../../core/data-block/data-table.ts'
import { View } from '../elements.ts'
import type { PdfContext } from '../pdf-block.ts'
import { textWidth } from '../text/fonts.ts'
import { textBlock } from '../text/text-block.tsx'
import { typeset } from '../text/typeset.ts'
import { color, KEEP, tableText } from '../theme.ts'
import { pdfTable } from './table.tsx'
import type { TableCell, TableModel, TableRow } from './table-model.ts'
import { contextFor } from './table-width.ts'

type Look = Partial<Pick<TableCell, 'align' | 'strong' | 'scope' | 'colSpan'>> & { indent?: number }

/** Points that a part stands in from the row that it is part of. */
const INDENT = 9

function cell({ text, label }: DataCell, { indent = 0, ...look }: Look): TableCell {
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
      min: indent + Math.max(...drawn.split(' ').map(word => textWidth(word, size.fontSize, true))),
      max: indent + textWidth(drawn, size.fontSize, look.strong ?? false),
    }),
    content: context =>
      textBlock('P', drawn, context, { actualText: label, ...(indent ? { style: { marginLeft: indent } } : {}) }),
  }
}

/** Its cells as they are drawn. */
export function dataTableModel({ caption, columns, groups }: DataTable): TableModel {
  const align = (column: number): TableCell['align'] => (column === 0 || columns[column]?.words ? 'left' : 'right')
  const body = ({ heading, kind, cells }: DataRow): TableRow => {
    const strong = kind === 'total'
    return {
      kind: 'body',
      cells: [
        cell(heading, { scope: 'Row', strong, indent: kind === 'part' ? INDENT : 0 }),
        ...cells.map((value, index) => cell(value, { align: align(index + 1), strong })),
      ],
    }
  }
  const area = (text: string): TableRow => ({
    kind: 'area',
    cells: [cell({ text }, { strong: true, scope: 'Row', colSpan: columns.length })],
  })
  return {
    caption: caption || null,
    rows: [
      {
        kind: 'head',
        cells: columns.map((column, index) => cell(column, { align: align(index), strong: true, scope: 'Column' })),
      },
      ...groups.flatMap(group => [...(group.area ? [area(group.area)] : []), ...group.rows.map(body)]),
    ],
  }
}

const line = (text: string, context: PdfContext): ReactElement =>
  textBlock(
    'P',
    typeset(text),
    { ...context, size: tableText },
    { style: { fontSize: 7.5, lineHeight: 1.4, color: color.muted } },
  )

/** What stands under a data block: what must be known of its figures, and where they came from. */
export const pdfLines = ({ notes, sources }: Pick<DataTable, 'notes' | 'sources'>, context: PdfContext) => [
  ...[...notes, ...sources].map(text => line(text, context)),
  <View key={context.id('key')} isLying={context.isLying} style={{ height: 8 }} />,
]

/** What a data block that is no table is called. */
export const pdfCaption = (text: string, context: PdfContext): ReactElement | null =>
  text
    ? textBlock(
        'P',
        typeset(text),
        { ...context, size: tableText },
        { minPresenceAhead: KEEP, style: { fontWeight: 600, color: color.accent, marginTop: 6, marginBottom: 4 } },
      )
    : null

/** What is said in place of a data block. */
export const pdfEmpty = (text: string, context: PdfContext): ReactElement =>
  textBlock('P', typeset(text), context, { style: { color: color.muted, marginBottom: context.size.after } })

/** A table of live figures with its notes and sources. */
export function pdfDataTable(table: DataTable, outer: PdfContext) {
  if (table.empty) return pdfEmpty(table.empty, outer)
  const model = dataTableModel(table)
  const context = contextFor(model, outer)
  return [pdfTable(model, context), ...pdfLines(table, context)]
}
