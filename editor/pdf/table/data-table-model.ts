import type { DataCell, DataRow, DataTable } from '../../core/data-block/data-table.ts'
import { textWidth } from '../text/font-files.ts'
import { typeset } from '../text/typeset.ts'
import type { TableCell, TableModel, TableRow } from './table-model.ts'

type Look = Partial<Pick<TableCell, 'align' | 'strong' | 'scope' | 'colSpan'>> & { indent?: number }

/** Points that a part stands in from the row that it is part of. */
const INDENT = 9

function cellOf(contentOf: ContentOf, { text, label }: DataCell, { indent = 0, ...look }: Look): TableCell {
  const drawn = typeset(text)
  return {
    colSpan: 1,
    rowSpan: 1,
    scope: null,
    align: 'left',
    strong: false,
    ...look,
    text: drawn,
    widths: ({ size, typeface }) => ({
      min: indent + Math.max(...drawn.split(' ').map(word => textWidth(word, size.fontSize, true, typeface))),
      max: indent + textWidth(drawn, size.fontSize, look.strong ?? false, typeface),
    }),
    content: contentOf({ text: drawn, ...(label && { label }) }, indent),
  }
}

/** How a cell's text is drawn, so far in from the left, points. */
export type ContentOf = (cell: DataCell, indent: number) => TableCell['content']

/** A table of live figures. @param contentOf left out where only its measures are asked for */
export function dataTableModel(
  { caption, columns, groups }: DataTable,
  contentOf: ContentOf = () => () => null,
): TableModel {
  const cell = (value: DataCell, look: Look) => cellOf(contentOf, value, look)
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
