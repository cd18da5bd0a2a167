import type { DocumentNode } from '../../core/document-node.ts'

const item = (text: string, ...more: DocumentNode[]): DocumentNode => ({
  type: 'listItem',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }, ...more],
})

export const orderedListFixture: DocumentNode = {
  type: 'orderedList',
  attrs: { start: 1, type: null },
  content: [item('Utredning'), item('Återkoppling')],
}

export const bulletListFixture: DocumentNode = {
  type: 'bulletList',
  content: [item('Hygienrond'), item('Avvikelser', orderedListFixture)],
}

export const listItemFixture: DocumentNode = item('Egenkontroll')
