import * as Y from 'yjs'
import { textParts, wordsOf } from './text-parts.ts'

/** Where words begin and end in a section, whatever is written elsewhere: encoded Yjs relative positions. */
export interface WordPlace {
  from: Uint8Array
  to: Uint8Array
}

/** A part of one text that the words cover. */
export interface Stretch {
  text: Y.XmlText
  /** What the text stands in. */
  block: unknown
  from: number
  to: number
}

/**
 * The place of words by their distance from the start of the section's text.
 * @param from @param to UTF-16 units of text, without ends of blocks; `to` is past the last one
 * @returns null where the text is shorter
 */
export function wordPlace(fragment: Y.XmlFragment, from: number, to: number): WordPlace | null {
  const parts = textParts(fragment)
  const at = (place: number, assoc: 0 | -1): Uint8Array | null => {
    let left = place
    for (const { text } of parts) {
      // The first place lies before its word, the last one behind its.
      if (assoc === 0 ? left < text.length : left <= text.length)
        return Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, left, assoc))
      left -= text.length
    }
    return null
  }
  const [start, end] = [at(from, 0), at(to, -1)]
  return start && end && from < to ? { from: start, to: end } : null
}

/** What a place covers now, text by text in reading order; null where it is no longer there. */
export function stretchesAt(fragment: Y.XmlFragment, { from, to }: WordPlace): Stretch[] | null {
  const parts = textParts(fragment)
  const [start, end] = [absolute(fragment, from), absolute(fragment, to)]
  const first = parts.findIndex(({ text }) => text === start?.type)
  const last = parts.findIndex(({ text }) => text === end?.type)
  if (!start || !end || first < 0 || last < first) return null
  return parts.slice(first, last + 1).flatMap(({ text, block }, index) => {
    const begin = index === 0 ? start.index : 0
    const stop = index === last - first ? end.index : text.length
    return begin < stop ? [{ text, block, from: begin, to: stop }] : []
  })
}

function absolute({ doc }: Y.XmlFragment, position: Uint8Array): Y.AbsolutePosition | null {
  try {
    return doc && Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(position), doc)
  } catch {
    // Not a position, or one of something that this document does not have.
    return null
  }
}

/** The words of stretches, a line for each block. */
export function wordsIn(stretches: readonly Stretch[]): string {
  let words = ''
  let before: unknown = null
  for (const { text, block, from, to } of stretches) {
    if (before !== null && block !== before) words += '\n'
    words += wordsOf(text).slice(from, to)
    before = block
  }
  return words.trim()
}
