import type { ReactElement } from 'react'
import type { DataTable } from '../../core/data-block/data-table.ts'
import { View } from '../elements.ts'
import type { PdfContext } from '../pdf-block.ts'
import { textBlock } from '../text/text-block.tsx'
import { typeset } from '../text/typeset.ts'
import { color, KEEP, tableText } from '../theme.ts'
import { type ContentOf, dataTableModel } from './data-table-model.ts'
import { pdfTable } from './table.tsx'
import { contextFor } from './table-width.ts'

const content: ContentOf =
  ({ text, label }, indent) =>
  context =>
    textBlock('P', text, context, { actualText: label, ...(indent ? { style: { marginLeft: indent } } : {}) })

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
  const model = dataTableModel(table, content)
  const context = contextFor(model, outer)
  return [pdfTable(model, context), ...pdfLines(table, context)]
}
