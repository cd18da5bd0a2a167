import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { documentSchema } from '#editor/blocks/document-schema.ts'
import type { AppendInput } from './history-jobs.ts'
import { rebuild } from './rebuild.ts'

const isEmptyParagraph = (child: unknown): boolean =>
  child instanceof Y.XmlElement && child.nodeName === 'paragraph' && child.toString().replace(/<[^>]*>/g, '') === ''

/**
 * A new change that puts blocks last in a section, before the empty paragraph that it ends with if it does: somebody may
 * be writing there just now, so it is not taken away. Null where the schema does not have what they hold.
 */
export function appendBlocks({ state, sectionId, content }: AppendInput): Uint8Array | null {
  const made = new Y.Doc()
  const blocks = made.getXmlFragment('blocks')
  try {
    prosemirrorJSONToYXmlFragment(documentSchema, JSON.parse(content), blocks)
  } catch {
    return null
  }
  const doc = rebuild({ state, updates: [] }, [sectionId])
  const section = doc.getXmlFragment(sectionId)
  const updates: Uint8Array[] = []
  doc.on('update', update => updates.push(update))
  doc.transact(() => {
    const at = isEmptyParagraph(section.get(section.length - 1)) ? section.length - 1 : section.length
    const copies = blocks
      .toArray()
      .flatMap(child => (child instanceof Y.XmlElement || child instanceof Y.XmlText ? [child.clone()] : []))
    section.insert(at, copies)
  })
  made.destroy()
  doc.destroy()
  return updates[0] ?? null
}
