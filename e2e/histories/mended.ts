import type { EditorState, Transaction } from '@tiptap/pm/state'
import { fixTables } from '@tiptap/pm/tables'

/**
 * An editor mends a table that a merge left with rows of different lengths before anybody can write in it.
 * @param write takes the mending down
 */
export function mended(state: EditorState, write: (mending: Transaction) => void): EditorState {
  const mending = fixTables(state)
  if (!mending) return state
  write(mending)
  return state.apply(mending)
}
