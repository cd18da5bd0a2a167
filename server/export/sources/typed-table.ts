import { plainText } from '#editor/blocks/plain-text.ts'
import type { RenderContext } from '#editor/core/block.ts'
import type { DocumentNode } from '#editor/core/document-node.ts'
import { type PlacedCell, placeCells } from '#editor/pdf/table/grid.ts'
import { printedCell } from './csv.ts'

const span = (value: unknown): number => Number(value) || 1

/** A note's text stands in a place of its own; in the cell it would be read as part of the value. */
const withoutNotes = (node: DocumentNode): DocumentNode => ({
  ...node,
  ...(node.content && { content: node.content.filter(({ type }) => type !== 'footnote').map(withoutNotes) }),
})

/**
 * A table that somebody wrote, as rows of one length. A heading that spans columns or rows stands in each of them, so
 * that a column can be read alone; a value stands once.
 */
export function typedTableRows(table: DocumentNode, data: RenderContext['data']): string[][] {
  const context: RenderContext = { data, imageUrl: () => '' }
  const { columns, rows } = placeCells(
    (table.content ?? []).map(row =>
      (row.content ?? []).map(node => ({
        node,
        colSpan: span(node.attrs?.colspan),
        rowSpan: span(node.attrs?.rowspan),
      })),
    ),
  )
  const written = rows.map(() => Array.from({ length: columns }, () => ''))
  const write = ({ cell, row, column, rowSpan, colSpan }: PlacedCell<{ node: DocumentNode }>): void => {
    if (!cell) return
    const text = printedCell(plainText(withoutNotes(cell.node), context).trim())
    const isHeading = cell.node.type === 'tableHeader'
    for (const line of written.slice(row, isHeading ? row + rowSpan : row + 1))
      line.fill(text, column, isHeading ? column + colSpan : column + 1)
  }
  for (const cell of rows.flat()) write(cell)
  return written
}
