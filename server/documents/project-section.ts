import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { plainText } from '#editor/blocks/plain-text.ts'
import type { RenderContext } from '#editor/core/block.ts'
import type { DocumentNode } from '#editor/core/document-node.ts'
import { EMPTY_FIGURES } from '#editor/core/figure.ts'
import type { ProjectedSection } from './jobs.ts'

// Figures are bound when the report is resolved; the projection is the text alone.
const WITHOUT_DATA: RenderContext = { data: EMPTY_FIGURES, imageUrl: () => '' }

/** @throws when the fragment holds something that no editor writes (a client of its own can) */
export function projectSection(id: string, fragment: Y.XmlFragment): ProjectedSection {
  const content = yXmlFragmentToProsemirrorJSON(fragment) as DocumentNode
  return { id, content: JSON.stringify(content), plainText: plainText(content, WITHOUT_DATA) }
}

export const emptySection = (id: string): ProjectedSection => ({
  id,
  content: '{"type":"doc","content":[]}',
  plainText: '',
})
