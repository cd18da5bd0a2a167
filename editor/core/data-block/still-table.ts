import type { DocumentNode } from '../document-node.ts'
import { headCell, paragraphs, strongLine, table, textCell } from '../structure/print/nodes.ts'
import type { DataCell, DataTable } from './data-table.ts'

const words = ({ text, label }: DataCell): string => label ?? text

/** The table with its values as they are now, and with where they came from. */
export function stillTable({ caption, columns, groups, notes, sources, empty }: DataTable): DocumentNode[] {
  if (empty) return paragraphs(empty)
  const rows = groups.flatMap(({ area, rows }) =>
    rows.map(({ heading, cells }) => [
      headCell(area ? `${area}: ${words(heading)}` : words(heading)),
      ...cells.map(cell => textCell(words(cell))),
    ]),
  )
  return [
    ...(caption ? [strongLine(caption)] : []),
    table([columns.map(column => headCell(column.text)), ...rows]),
    ...[...notes, ...sources].flatMap(paragraphs),
  ]
}
