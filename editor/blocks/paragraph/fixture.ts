import type { DocumentNode } from '../../core/document-node.ts'

export const paragraphFixture: DocumentNode = {
  type: 'paragraph',
  content: [
    { type: 'text', text: 'Andelen ökade till ' },
    { type: 'text', text: '47,1\u00a0%', marks: [{ type: 'bold' }] },
    { type: 'text', text: ', se ' },
    { type: 'text', text: 'föreskrifterna', marks: [{ type: 'italic' }] },
    { type: 'text', text: '.' },
  ],
}
