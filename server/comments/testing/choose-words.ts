import type * as Y from 'yjs'
import { textParts, wordsOf } from '#editor/marks/comment/text-parts.ts'
import { stretchesAt, wordPlace, wordsIn } from '#editor/marks/comment/words-between.ts'

/** What an editor sends when words of a section are chosen: from the first to the last of them. */
export function chooseWords(
  doc: Y.Doc,
  sectionId: string,
  first: string,
  last = first,
): { sectionId: string; from: string; to: string; words: string } {
  const fragment = doc.getXmlFragment(sectionId)
  const written = textParts(fragment)
    .map(({ text }) => wordsOf(text))
    .join('')
  const place = wordPlace(fragment, written.indexOf(first), written.indexOf(last) + last.length)
  const stretches = place && stretchesAt(fragment, place)
  if (!stretches || !written.includes(first) || !written.includes(last))
    throw new Error(`"${first}" is not in the text`)
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
  return { sectionId, from: base64(place.from), to: base64(place.to), words: wordsIn(stretches) }
}
