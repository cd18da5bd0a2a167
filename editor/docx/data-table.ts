import { type FileChild, TextRun } from 'docx'
import type { DataCell, DataRow, DataTable } from '../core/data-block/data-table.ts'
import { textWidth } from '../pdf/text/font-files.ts'
import { typeset } from '../pdf/text/typeset.ts'
import { cleanText } from './clean-text.ts'
import type { DocxContext } from './docx-block.ts'
import { type DocxCell, type DocxRow, docxTable } from './docx-table.ts'
import { style } from './styles.ts'
import { textParagraph } from './text-paragraph.ts'

function cell({ text }: DataCell, align: DocxCell['align'], { strong = false, colSpan = 1 } = {}): DocxCell {
  return {
    colSpan,
    rowSpan: 1,
    strong,
    align,
    text,
    needs: (fontSize, typeface) => ({
      min: Math.max(
        ...typeset(text)
          .split(' ')
          .map(word => textWidth(word, fontSize, true, typeface)),
      ),
      max: textWidth(typeset(text), fontSize, strong, typeface),
    }),
    content: context => [textParagraph([new TextRun({ ...context.run, text: cleanText(text) })], context)],
  }
}

function tableRows({ columns, groups }: DataTable): DocxRow[] {
  const align = (column: number): DocxCell['align'] => (column === 0 || columns[column]?.words ? 'left' : 'right')
  const body = (row: DataRow): DocxRow => {
    const strong = row.kind === 'total'
    return {
      kind: 'body',
      cells: [
        cell(row.heading, 'left', { strong }),
        ...row.cells.map((value, index) => cell(value, align(index + 1), { strong })),
      ],
    }
  }
  return [
    { kind: 'head', cells: columns.map((column, index) => cell(column, align(index), { strong: true })) },
    ...groups.flatMap(({ area, rows }) => [
      ...(area
        ? [{ kind: 'area' as const, cells: [cell({ text: area }, 'left', { strong: true, colSpan: columns.length })] }]
        : []),
      ...rows.map(body),
    ]),
  ]
}

const line = (text: string, paragraphStyle: string, context: DocxContext): FileChild =>
  textParagraph([new TextRun(cleanText(text))], { ...context, paragraphStyle, list: null })

export const docxCaption = (text: string, context: DocxContext): FileChild[] =>
  text ? [line(text, style.caption, context)] : []

/** What stands under a data block, or in its place. */
export const docxLines = (lines: string[], context: DocxContext): FileChild[] =>
  lines.map(text => line(text, style.source, context))

/** A table of live figures with its notes and sources. */
export function docxDataTable(table: DataTable, context: DocxContext): FileChild[] {
  if (table.empty) return docxLines([table.empty], context)
  const drawn = docxTable(tableRows(table), context)
  return [
    ...docxCaption(table.caption, context),
    ...(drawn ? [drawn] : []),
    ...docxLines([...table.notes, ...table.sources], context),
  ]
}
