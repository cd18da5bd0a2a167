import type { Selection } from '@tiptap/pm/state'
import { uuidv4 } from 'lib0/random'
import type { DocumentNode } from '../../core/document-node.ts'
import { withoutComments } from '../../marks/comment/without-comments.ts'
import type { RefusedSection } from '../collab/refused-text.ts'

/** What a selection holds, as a text of its own; null where it holds nothing. */
export function cutSection(sectionId: string, selection: Selection): RefusedSection | null {
  const blocks = selection.content().content.toJSON() as DocumentNode[] | null
  if (!blocks) return null
  const content = blocks[0]?.type === 'tableRow' ? [{ type: 'table', content: blocks }] : blocks
  return { id: uuidv4(), sectionId, content: withoutComments({ type: 'doc', content }) }
}
