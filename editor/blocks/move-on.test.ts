import { expect, test } from 'vitest'
import type { DocumentNode } from '../core/document-node.ts'
import { indicatorTable } from './indicator-table/schema.ts'
import { moveOn } from './move-on.ts'

const block = (year: number | null, caption: string): DocumentNode => ({
  type: 'indicatorTable',
  attrs: { indicatorIds: ['senior-alert.fall.plan'], year, caption },
})

test('a data block one year on compares with the year that it showed, wherever it stands', () => {
  const quoted = (inner: DocumentNode): DocumentNode => ({
    type: 'doc',
    content: [{ type: 'blockquote', content: [inner] }],
  })
  const moved = moveOn(quoted(block(2023, 'Senior alert 2022–2023, mål till 2030')), 1)
  expect(moved).toEqual(quoted(block(2024, 'Senior alert 2023–2024, mål till 2030')))
  const [result, , before] = indicatorTable.figures?.(block(2024, '')) ?? []
  expect([result?.period, before?.period]).toEqual(['2024', '2023'])
})

test('text stays as it was written, and so does a block without a year', () => {
  const text: DocumentNode = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: '2023' }] }],
  }
  expect(moveOn(text, 1)).toEqual(text)
  expect(moveOn(block(null, 'Utan år'), 1)).toEqual(block(null, 'Utan år'))
  expect(moveOn(block(2023, 'Samma år'), 0)).toEqual(block(2023, 'Samma år'))
})
