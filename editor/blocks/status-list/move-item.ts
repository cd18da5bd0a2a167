import type { EditorState, Transaction } from '@tiptap/pm/state'

export interface MovedItem {
  transaction: Transaction
  /** Its place in the list now, from 1. */
  place: number
  of: number
}

/**
 * Moves a goal one step in its list. It is the neighbour that is taken out and put in on the other side, so that the goal
 * itself, its caret and its buttons stay what they are.
 * @param pos where the goal begins
 * @returns null where it stands in no list, or there is nothing on that side
 */
export function moveItem({ doc, tr }: EditorState, pos: number, step: 1 | -1): MovedItem | null {
  const $pos = doc.resolve(pos)
  const { parent } = $pos
  const index = $pos.index()
  if (parent.type.name !== 'statusList') return null
  const item = parent.maybeChild(index)
  const neighbour = index + step < 0 ? null : parent.maybeChild(index + step)
  if (!item || !neighbour) return null
  const from = step === -1 ? pos - neighbour.nodeSize : pos + item.nodeSize
  const to = step === -1 ? from + item.nodeSize : pos
  const transaction = tr.delete(from, from + neighbour.nodeSize).insert(to, neighbour)
  return { transaction, place: index + step + 1, of: parent.childCount }
}
