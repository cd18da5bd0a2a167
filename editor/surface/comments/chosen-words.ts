import type { EditorView } from '@tiptap/pm/view'
import { toBase64 } from 'lib0/buffer'
import type * as Y from 'yjs'
import { stretchesAt, wordPlace, wordsIn } from '../../marks/comment/words-between.ts'

/** Words of a section that somebody wants to say something about. */
export interface ChosenWords {
  sectionId: string
  /** Yjs relative positions, base64. */
  from: string
  to: string
  words: string
}

/** The selected words; null where none are. The editor must have read the page's selection. */
export function chosenWords({ state }: EditorView, fragment: Y.XmlFragment, sectionId: string): ChosenWords | null {
  const { from, to } = state.selection
  let before = 0
  let first = -1
  let last = -1
  state.doc.descendants((node, pos) => {
    if (!node.isText) return
    const end = pos + node.nodeSize
    if (Math.max(from, pos) < Math.min(to, end)) {
      if (first < 0) first = before + Math.max(from, pos) - pos
      last = before + Math.min(to, end) - pos
    }
    before += node.nodeSize
  })
  const place = first < 0 ? null : wordPlace(fragment, first, last)
  const words = place && wordsIn(stretchesAt(fragment, place) ?? [])
  return place && words ? { sectionId, from: toBase64(place.from), to: toBase64(place.to), words } : null
}
