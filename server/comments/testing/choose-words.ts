import * as Y from 'yjs'
import { textParts, wordsOf } from '../work/text-parts.ts'

const encode = (text: Y.XmlText, index: number): string =>
  Buffer.from(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, index))).toString('base64')

/** What an editor sends when words of a section are chosen: from the first to the last of them. */
export function chooseWords(
  doc: Y.Doc,
  sectionId: string,
  first: string,
  last = first,
): { sectionId: string; from: string; to: string; words: string } {
  const parts = textParts(doc.getXmlFragment(sectionId))
  const find = (words: string): { at: number; text: Y.XmlText; index: number } => {
    const at = parts.findIndex(({ text }) => wordsOf(text).includes(words))
    const text = parts[at]?.text
    if (!text) throw new Error(`"${words}" is not in the text`)
    return { at, text, index: wordsOf(text).indexOf(words) }
  }
  const [start, end] = [find(first), find(last)]
  const upTo = end.index + last.length
  const words = parts
    .slice(start.at, end.at + 1)
    .map(({ text }, index, all) =>
      wordsOf(text).slice(index === 0 ? start.index : 0, index === all.length - 1 ? upTo : undefined),
    )
    .join('\n')
  return { sectionId, from: encode(start.text, start.index), to: encode(end.text, upTo), words }
}
