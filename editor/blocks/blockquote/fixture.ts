import type { DocumentNode } from '../../core/document-node.ts'

export const blockquoteFixture: DocumentNode = {
  type: 'blockquote',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Vården ska vara säker.' }] }],
}
