import type { DocumentNode } from '../../core/document-node.ts'

export const footnoteFixture: DocumentNode = {
  type: 'footnote',
  content: [{ type: 'text', text: 'Patientsäkerhetslagen 3 kap. 10 §.' }],
}
