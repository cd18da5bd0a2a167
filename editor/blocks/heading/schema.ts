import { Heading } from '@tiptap/extension-heading'
import type { BlockSchema } from '../../core/block.ts'
import type { DocumentNode } from '../../core/document-node.ts'

const strong = (node: DocumentNode): DocumentNode =>
  node.text && !node.marks?.some(({ type }) => type === 'bold')
    ? { ...node, marks: [...(node.marks ?? []), { type: 'bold' }] }
    : node

/** Headings inside a section. Levels 1 to 3 belong to the report's own sections. */
export const heading: BlockSchema = {
  node: Heading.configure({ levels: [4, 5] }),
  html: null,
  text: null,
  figures: null,
  still: ({ content }) => [{ type: 'paragraph', content: (content ?? []).map(strong) }],
}
