import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { documentSchema } from '#editor/blocks/document-schema.ts'
import { textParts } from '#editor/marks/comment/text-parts.ts'
import { stretchesAt, type WordPlace, wordsIn } from '#editor/marks/comment/words-between.ts'
import { rebuild } from '../../history/work/rebuild.ts'

export interface MarkWordsInput extends WordPlace {
  /** The document as it is now, Yjs update V1. */
  state: Uint8Array
  sectionId: string
  thread: string
  /** The words as they were chosen. Spaces and ends of lines do not count. */
  words: string
}

export interface MarkedWords {
  /** Yjs update V1 on top of the state. */
  update: Uint8Array
  /** The words as they stand in the text, block by block. */
  quote: string
}

/**
 * A new change that puts the mark of a thread on words of a section.
 * @returns null where the words do not stand there, or not as they were chosen
 */
export function markWords({ state, sectionId, thread, words, ...place }: MarkWordsInput): MarkedWords | null {
  const doc = rebuild({ state, updates: [] }, [sectionId])
  try {
    const stretches = stretchesAt(doc.getXmlFragment(sectionId), place)
    const quote = stretches && wordsIn(stretches)
    if (!stretches || !quote || bare(quote) !== bare(words)) return null
    const updates: Uint8Array[] = []
    doc.on('update', update => updates.push(update))
    const form = formOf(thread)
    doc.transact(() => {
      for (const { text, from, to } of stretches) text.format(from, to - from, form)
    })
    const [update] = updates
    return update ? { update, quote } : null
  } finally {
    doc.destroy()
  }
}

const bare = (words: string): string => words.replace(/\s+/g, '')

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
