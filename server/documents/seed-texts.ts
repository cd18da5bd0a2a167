import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { documentSchema } from '#editor/blocks/document-schema.ts'
import { moveOn } from '#editor/blocks/move-on.ts'
import type { DocumentNode } from '#editor/core/document-node.ts'
import type { SeededTexts, SeedTextsInput } from './jobs.ts'
import { projectSection } from './project-section.ts'

/** With the ids of the copies. An image that has none stays as it is, so that nobody loses sight of it. */
function withImages(node: DocumentNode, images: Record<string, string>): DocumentNode {
  const copy = node.type === 'image' ? images[String(node.attrs?.imageId)] : undefined
  return {
    ...node,
    ...(copy && { attrs: { ...node.attrs, imageId: copy } }),
    ...(node.content && { content: node.content.map(child => withImages(child, images)) }),
  }
}

/** The same text in a fragment. @returns false where it holds something that today's editor cannot show */
function write(fragment: Y.XmlFragment, text: DocumentNode): boolean {
  try {
    prosemirrorJSONToYXmlFragment(documentSchema, text, fragment)
    return true
  } catch {
    return false
  }
}

/**
 * The document that a report made from another begins with: each section holds the text that it takes over, or an
 * empty paragraph as in any new report. Runs in the worker thread.
 */
export function seedTexts({ sections, years, images }: SeedTextsInput): SeededTexts {
  const doc = new Y.Doc()
  const unreadable: string[] = []
  doc.transact(() => {
    for (const { id, text } of sections) {
      const fragment = doc.getXmlFragment(id)
      if (text?.content?.length && !write(fragment, withImages(moveOn(text, years), images))) unreadable.push(id)
      if (fragment.length === 0) fragment.push([new Y.XmlElement('paragraph')])
    }
  })
  const seeded: SeededTexts = {
    state: Y.encodeStateAsUpdate(doc),
    stateVector: Y.encodeStateVector(doc),
    sections: unreadable.length ? [] : sections.map(({ id }) => projectSection(id, doc.getXmlFragment(id))),
    unreadable,
  }
  doc.destroy()
  return seeded
}
