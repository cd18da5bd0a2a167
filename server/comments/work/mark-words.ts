import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { documentSchema } from '#editor/blocks/document-schema.ts'
import { rebuild } from '../../history/work/rebuild.ts'
import { textParts, wordsOf } from './text-parts.ts'

export interface MarkWordsInput {
  /** The document as it is now, Yjs update V1. */
  state: Uint8Array
  sectionId: string
  thread: string
  /** Encoded Yjs relative positions of the first and the last place of the words. */
  from: Uint8Array
  to: Uint8Array
  /** The words as they were chosen. Spaces and ends of lines do not count. */
  words: string
}

export interface MarkedWords {
  /** Yjs update V1 on top of the state. */
  update: Uint8Array
  /** The words as they stand in the text, block by block. */
  quote: string
}

/** A part of one text that the words cover. */
interface Stretch {
  text: Y.XmlText
  block: unknown
  from: number
  to: number
}

/**
 * A new change that puts the mark of a thread on words of a section.
 * @returns null where the words do not stand there, or not as they were chosen
 */
export function markWords({ state, sectionId, thread, from, to, words }: MarkWordsInput): MarkedWords | null {
  const doc = rebuild({ state, updates: [] }, [sectionId])
  try {
    const stretches = stretchesBetween(doc, sectionId, from, to)
    const quote = stretches && quoteOf(stretches)
    if (!stretches || quote === null || bare(quote) === '' || bare(quote) !== bare(words)) return null
    const updates: Uint8Array[] = []
    doc.on('update', update => updates.push(update))
    const form = formOf(thread)
    doc.transact(() => {
      for (const { text, from: start, to: end } of stretches) text.format(start, end - start, form)
    })
    const [update] = updates
    return update ? { update, quote: quote.trim() } : null
  } finally {
    doc.destroy()
  }
}

const bare = (words: string): string => words.replace(/\s+/g, '')

function placeIn(doc: Y.Doc, position: Uint8Array): Y.AbsolutePosition | null {
  try {
    return Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(position), doc)
  } catch {
    // Not a position, or one of something that this document does not have.
    return null
  }
}

function stretchesBetween(doc: Y.Doc, sectionId: string, from: Uint8Array, to: Uint8Array): Stretch[] | null {
  const [start, end] = [placeIn(doc, from), placeIn(doc, to)]
  const parts = textParts(doc.getXmlFragment(sectionId))
  const first = parts.findIndex(({ text }) => text === start?.type)
  const last = parts.findIndex(({ text }) => text === end?.type)
  if (!start || !end || first < 0 || last < first) return null
  return parts.slice(first, last + 1).flatMap(({ text, block }, index) => {
    const stretch = {
      text,
      block,
      from: index === 0 ? start.index : 0,
      to: index === last - first ? end.index : text.length,
    }
    return stretch.from < stretch.to ? [stretch] : []
  })
}

function quoteOf(stretches: readonly Stretch[]): string {
  let quote = ''
  let before: unknown = null
  for (const { text, block, from, to } of stretches) {
    if (before !== null && block !== before) quote += '\n'
    quote += wordsOf(text).slice(from, to)
    before = block
  }
  return quote
}

/** The mark as y-tiptap names it in a text: marks that may overlap carry a hash of what they are. */
function formOf(thread: string): Record<string, unknown> {
  const made = new Y.Doc()
  const fragment = made.getXmlFragment('mark')
  const marked = { type: 'text', text: 'x', marks: [{ type: 'comment', attrs: { thread } }] }
  prosemirrorJSONToYXmlFragment(
    documentSchema,
    { type: 'doc', content: [{ type: 'paragraph', content: [marked] }] },
    fragment,
  )
  const [part] = textParts(fragment)
  const [run] = (part?.text.toDelta() ?? []) as { attributes?: Record<string, unknown> }[]
  made.destroy()
  if (!run?.attributes) throw new Error('the schema has no mark for comments')
  return run.attributes
}
