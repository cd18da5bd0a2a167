import type { DocumentNode } from '../../core/document-node.ts'

export const headingFixture: DocumentNode = {
  type: 'heading',
  attrs: { level: 4 },
  content: [{ type: 'text', text: 'Viktigaste åtgärderna' }],
}
