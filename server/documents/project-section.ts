import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { figuresIn } from '#editor/blocks/figures-in.ts'
import { plainText } from '#editor/blocks/plain-text.ts'
import type { RenderContext } from '#editor/core/block.ts'
import type { DocumentNode } from '#editor/core/document-node.ts'
import { EMPTY_FIGURES } from '#editor/core/figure.ts'
import type { ProjectedSection } from './jobs.ts'

// Figures are bound when the report is resolved; the projection is the text alone.
const WITHOUT_DATA: RenderContext = { data: EMPTY_FIGURES, imageUrl: () => '' }

// Far more than nested lists in a table need, far less than PostgreSQL's parser takes.
const DEEPEST = 100

/** @throws when the fragment holds something that no editor of ours writes */
export function projectSection(id: string, fragment: Y.XmlFragment): ProjectedSection {
  const { content } = yXmlFragmentToProsemirrorJSON(fragment) as { content: (DocumentNode | DocumentNode[])[] }
  const doc: DocumentNode = { type: 'doc', content: content.flat() }
  if (isDeeperThan(doc, DEEPEST)) throw new Error(`section ${id} is nested deeper than ${DEEPEST} levels`)
  return {
    id,
    content: withStorableStrings(JSON.stringify(doc)),
    plainText: plainText(doc, WITHOUT_DATA).replaceAll('\0', REPLACEMENT),
    figures: figuresIn(doc),
  }
}

export const emptySection = (id: string): ProjectedSection => ({
  id,
  content: '{"type":"doc","content":[]}',
  plainText: '',
  figures: [],
})

const isDeeperThan = (node: DocumentNode, levels: number): boolean =>
  levels === 0 || (node.content ?? []).some(child => isDeeperThan(child, levels - 1))

const REPLACEMENT = '\ufffd'

/** `jsonb` refuses U+0000 and halves of surrogate pairs, which JSON.stringify writes as escapes. */
function withStorableStrings(json: string): string {
  if (!/\\u(0000|d[89a-f])/.test(json)) return json
  return json.replace(/\\(u0000|ud[89a-f][0-9a-f]{2}|.)/g, (whole, code: string) =>
    code.length > 1 ? REPLACEMENT : whole,
  )
}
