import type * as Y from 'yjs'
import type { DocumentNode } from '../../core/document-node.ts'
import { overlaps, type Range } from './clock-ranges.ts'
import { charsOf } from './moved-chars.ts'

/** The words of these ticks as a paragraph, in the order that they stand in; what stands apart is set apart. Null for none. */
export function wordsIn(text: Y.XmlText, ranges: readonly Range[]): DocumentNode | null {
  const pieces: string[] = []
  let apart = true
  // Yjs counts in UTF-16 units.
  for (const { id, text: chars } of charsOf(text, () => true))
    for (let offset = 0; offset < chars.length; offset += 1) {
      const isWanted = overlaps({ client: id.client, clock: id.clock + offset, length: 1 }, ranges)
      if (isWanted) pieces.push((apart ? '' : (pieces.pop() ?? '')) + chars[offset])
      apart = !isWanted
    }
  const words = pieces
    .map(piece => piece.trim())
    .filter(piece => piece !== '')
    .join(' … ')
  if (words === '') return null
  return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] }
}
