import type { DocumentNode } from '../../core/document-node.ts'

export const imageFixture: DocumentNode = {
  type: 'image',
  attrs: { imageId: '3f0c2a4e-0000-4000-8000-000000000001', alt: 'Årshjul för patientsäkerhet' },
}
