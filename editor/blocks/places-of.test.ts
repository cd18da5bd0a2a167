import { expect, test } from 'vitest'
import type { DocumentNode } from '../core/document-node.ts'
import { figureKey } from '../core/figure.ts'
import { sampleFigures } from '../core/testing/sample-figures.ts'
import { placesOf } from './places-of.ts'

const { data, ref } = sampleFigures({ unit: 'count' }, '456', '243')
const context = { data, imageUrl: () => '' }
const text = (words: string): DocumentNode => ({ type: 'text', text: words })
const number = (form: string): DocumentNode => ({ type: 'boundNumber', attrs: { ...ref, form } })

test('a figure is found in its sentences and tables, also where it is only compared with', () => {
  const content: DocumentNode = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          text('Först något annat. Det var '),
          number('unit'),
          text(' fall i år. Sedan mer. Det har '),
          number('changed'),
          text('.'),
        ],
      },
      {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [number('unit')] }] }],
      },
      { type: 'indicatorTable', attrs: { indicatorIds: [ref.indicatorId], year: 2023, caption: 'Avvikelser 2023' } },
      { type: 'paragraph', content: [text('456 utan bindning.')] },
    ],
  }
  expect(placesOf(content, figureKey(ref), context)).toEqual([
    'Det var 456 fall i år.',
    'Det har ökat med 213.',
    '456',
    'Avvikelser 2023',
  ])
  expect(placesOf(content, figureKey({ ...ref, period: '2022' }), context)).toEqual([
    'Det har ökat med 213.',
    'Avvikelser 2023',
  ])
})
