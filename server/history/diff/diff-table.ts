import type { DocumentNode } from '#editor/core/document-node.ts'
import { align, type Pair } from './align.ts'
import { COMPARISON } from './likeness.ts'
import { keyOf, writtenIn } from './node-kind.ts'
import { sharedWords } from './words.ts'

type Cells = DocumentNode[]

/**
 * Which cells of two rows of a table belong together. Columns are found for the table as a whole, so that a column that
 * was put in is a column in every row, also where its cells are empty.
 * @returns per pair of rows: the pairs of their cells
 */
export function cellPairing(before: DocumentNode, after: DocumentNode): (old: Cells, now: Cells) => Pair[] {
  const [old, now] = [columnsOf(before), columnsOf(after)]
  if (!old || !now) return byRow
  const columns = align(old, now, {
    key: column => JSON.stringify(column.map(keyOf)),
    likeness: columnLikeness,
  })
  const stayed = columns.every(pair => pair.before === null || pair.after === null || pair.before === pair.after)
  // As many columns as before, and none that was moved: each is itself, however its cells were changed.
  if (old.length === now.length && stayed) return byRow
  return () => columns.map(pair => ({ ...pair, same: false }))
}

/** Of a table without merged cells, its columns; null where there are none to speak of. */
function columnsOf(table: DocumentNode): Cells[] | null {
  const rows = (table.content ?? []).map(row => row.content ?? [])
  const width = rows[0]?.length ?? 0
  const isPlain = rows.every(
    cells =>
      cells.length === width &&
      cells.every(({ attrs }) => Number(attrs?.colspan ?? 1) === 1 && Number(attrs?.rowspan ?? 1) === 1),
  )
  if (!isPlain || width === 0) return null
  return Array.from({ length: width }, (_, index) => rows.flatMap(cells => cells[index] ?? []))
}

/** The head of a column says most of what it is. */
function columnLikeness(before: Cells, after: Cells): number {
  const [head, ...rest] = before.map(writtenIn)
  const [otherHead, ...otherRest] = after.map(writtenIn)
  const body = sharedWords(rest.join(' '), otherRest.join(' '))
  return head !== '' && head === otherHead ? 0.5 + body / 2 : body
}

function byRow(old: Cells, now: Cells): Pair[] {
  if (old.length !== now.length) return align(old, now, COMPARISON)
  return old.map((_, index) => ({ before: index, after: index, same: false }))
}
