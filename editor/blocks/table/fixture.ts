import type { DocumentNode } from '../../core/document-node.ts'

const cell = (type: string, text: string, colspan = 1, rowspan = 1): DocumentNode => ({
  type,
  attrs: { colspan, rowspan, colwidth: null },
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

const row = (...content: DocumentNode[]): DocumentNode => ({ type: 'tableRow', content })

export const tableHeaderFixture: DocumentNode = cell('tableHeader', 'Enhet')
export const tableCellFixture: DocumentNode = cell('tableCell', '1\u00a0234,5')
export const tableRowFixture: DocumentNode = row(cell('tableHeader', 'Ekliden'), cell('tableCell', '12'))

/** A merged head over two rows, and a cell beside two rows. */
export const tableFixture: DocumentNode = {
  type: 'table',
  content: [
    row(cell('tableHeader', 'Enhet', 1, 2), cell('tableHeader', 'Fall', 2)),
    row(cell('tableHeader', '2022'), cell('tableHeader', '2023')),
    row(cell('tableHeader', 'Ekliden', 1, 2), cell('tableCell', '12'), cell('tableCell', '\u22123')),
    row(cell('tableCell', '7'), cell('tableCell', '1\u00a0234,5')),
  ],
}
