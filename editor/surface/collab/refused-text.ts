import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import { uuidv4 } from 'lib0/random'
import type * as Y from 'yjs'
import type { Denied } from '../../core/collab-protocol.ts'
import type { DocumentNode } from '../../core/document-node.ts'

/**
 * `gone`: no report, or none that this person may read. `schema`: written with a version that had other nodes. `cut`: not
 * refused, but cut out and not pasted. `late`: written by somebody else in what was removed here just then.
 */
export type RefusedReason = Denied['reason'] | 'section-locked' | 'gone' | 'not-taken' | 'schema' | 'cut' | 'late'

export interface RefusedText {
  reason: RefusedReason
  sections: RefusedSection[]
}

export interface RefusedSection {
  /** One section may be refused several times. */
  id: string
  sectionId: string
  content: DocumentNode
  /** Whose words they are, and what they were written in, where they are not the person's own. */
  late?: { by: string[]; was: string }
}

export function reasonOf({ reason, sections, message }: Denied): RefusedReason {
  // It stood beside text of somebody else that was not taken.
  if (message === 0) return 'not-taken'
  return reason === 'locked' && sections ? 'section-locked' : reason
}

/** A section's text as it stands in the shared document. */
export const fragmentContent = (doc: Y.Doc, sectionId: string): DocumentNode =>
  yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(sectionId)) as DocumentNode

/**
 * Sections whose text in `refused` is another than in `stored`, with that text. Both documents must be synchronised
 * up to the refusal, so that the difference is what this browser wrote.
 */
export function textOnlyIn(refused: Y.Doc, stored: Y.Doc): RefusedSection[] {
  return [...refused.share.keys()]
    .filter(id => refused.getXmlFragment(id).toString() !== stored.getXmlFragment(id).toString())
    .map(sectionId => ({ id: uuidv4(), sectionId, content: fragmentContent(refused, sectionId) }))
}

/** The sections as they stand in a document that there is none to compare with. */
export const textOf = (doc: Y.Doc, sectionIds: readonly string[]): RefusedSection[] =>
  sectionIds.map(sectionId => ({ id: uuidv4(), sectionId, content: fragmentContent(doc, sectionId) }))
