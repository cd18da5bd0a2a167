import { describe, expect, it } from 'vitest'
import type { DocumentNode } from '../../core/document-node.ts'
import { authorTableModel } from './author-table.ts'

const cell = (type: string, text: string, rowspan: number): DocumentNode => ({
  type,
  attrs: { rowspan },
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})
const head = (text: string, rowspan = 1) => cell('tableHeader', text, rowspan)
const data = (text: string, rowspan = 1) => cell('tableCell', text, rowspan)

/** Each row: its kind, and what each of its cells is about. */
function scopes(...rows: DocumentNode[][]): string[] {
  const content = rows.map(cells => ({ type: 'tableRow', content: cells }))
  const model = authorTableModel({ type: 'table', content })
  return model.rows.map(({ kind, cells }) => [kind, ...cells.map(({ scope }) => scope ?? '-')].join(' '))
}

describe('authorTableModel', () => {
  it('says of a header cell in a row of data that it is about its row, though the data reaches down from above', () => {
    expect(
      scopes([head('Enhet'), head('Fall')], [head('Ekliden'), data('12', 3)], [head('Granen')], [head('Linden')]),
    ).toEqual(['head Column Column', 'body Row -', 'body Row', 'body Row'])
  })

  it('says of header cells alone in a row that they are about what is below them, further down too', () => {
    expect(
      scopes(
        [head('Enhet', 2), head('Fall')],
        [head('2025')],
        [head('Ekliden'), data('12')],
        [head('Enhet', 2), head('Avvikelser')],
        [head('2025')],
        [head('Ekliden'), data('3')],
      ),
    ).toEqual(['head Column Column', 'head Column', 'body Row -', 'body Column Column', 'body Column', 'body Row -'])
  })

  it('does not take a cell that would reach out of the table for one that does', () => {
    expect(scopes([head('Ekliden'), data('12', 9)], [head('Granen')])).toEqual(['body Row -', 'body Row'])
  })
})
