import { expect, test } from 'vitest'
import type { DocumentNode } from '../../core/document-node.ts'
import { threadsIn, withoutComments } from './without-comments.ts'

const on = (...threads: string[]) => threads.map(thread => ({ type: 'comment', attrs: { thread } }))
const bold = { type: 'bold' }
const text = (words: string, ...marks: NonNullable<DocumentNode['marks']>): DocumentNode => ({
  type: 'text',
  text: words,
  ...(marks.length && { marks }),
})
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content })
const doc = (...content: DocumentNode[]): DocumentNode => ({ type: 'doc', content })

test('what is left is what it would be had nobody commented', () => {
  const commented = doc(
    paragraph(
      text('Fallen '),
      text('minskade', ...on('a')),
      text(' un', ...on('a', 'b')),
      text('der året', ...on('b')),
    ),
    {
      type: 'bulletList',
      content: [{ type: 'listItem', content: [paragraph(text('Fet', bold, ...on('b')), text('t'))] }],
    },
  )
  expect(withoutComments(commented)).toEqual(
    doc(paragraph(text('Fallen minskade under året')), {
      type: 'bulletList',
      content: [{ type: 'listItem', content: [paragraph(text('Fet', bold), text('t'))] }],
    }),
  )
  expect(threadsIn(commented)).toEqual(['a', 'b'])
})

test('threads that are kept stay, and a text without comments is the same value', () => {
  const commented = doc(paragraph(text('x', ...on('a', 'b')), text('y', ...on('b'))))
  expect(withoutComments(commented, new Set(['a']))).toEqual(doc(paragraph(text('x', ...on('a')), text('y'))))
  const plain = doc(paragraph(text('x', bold), text('y')))
  expect(withoutComments(plain)).toBe(plain)
})
