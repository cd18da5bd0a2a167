import type { DocumentNode } from '../../core/document-node.ts'
import type { FigureSet } from '../../core/figure.ts'
import { headCell, paragraphs, strongLine, table, textCell } from '../../core/structure/print/nodes.ts'
import { indicatorTableModel, readQuery } from './model.ts'

/** The table with its values as they are now, and with where they came from. */
export function stillTable(node: DocumentNode, data: FigureSet): DocumentNode[] {
  const { caption, columns, groups, sources, empty } = indicatorTableModel(readQuery(node), data)
  if (empty) return paragraphs(empty)
  const rows = groups.flatMap(({ area, rows }) =>
    rows.map(({ heading, cells }) => [
      headCell(area ? `${area}: ${heading}` : heading),
      ...cells.map(({ text, label }) => textCell(label ?? text)),
    ]),
  )
  return [
    ...(caption ? [strongLine(caption)] : []),
    table([columns.map(headCell), ...rows]),
    ...sources.flatMap(paragraphs),
  ]
}
