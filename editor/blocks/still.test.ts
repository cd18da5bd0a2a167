import { expect, test } from 'vitest'
import { type DocumentNode, walk } from '../core/document-node.ts'
import type { FigureSet } from '../core/figure.ts'
import { documentSchema } from './document-schema.ts'
import { indicatorTableFixture } from './indicator-table/fixture.ts'
import { blockSchemas } from './schemas.ts'
import { still } from './still.ts'

const text = (words: string): DocumentNode => ({ type: 'text', text: words })
const nothing: FigureSet = { indicators: {}, figures: {} }

test('a data block stands with its values as text, wherever it stands, and asks for no figure', () => {
  const quoted: DocumentNode = { type: 'blockquote', content: [indicatorTableFixture] }
  const [found] = still(quoted, nothing)
  const types: string[] = []
  walk(found ?? quoted, ({ type }) => void types.push(type))
  expect(types).toContain('table')
  expect(types).not.toContain('indicatorTable')
  expect(types.flatMap(type => blockSchemas[type as keyof typeof blockSchemas]?.figures?.({ type }) ?? [])).toEqual([])
  expect(() => documentSchema.nodeFromJSON({ type: 'doc', content: found ? [found] : [] }).check()).not.toThrow()
})

test('a heading is a line of its own that heads nothing, and all other text stays as it was', () => {
  const heading: DocumentNode = { type: 'heading', attrs: { level: 4 }, content: [text('Bakgrund')] }
  expect(still(heading, nothing)).toEqual([
    { type: 'paragraph', content: [{ ...text('Bakgrund'), marks: [{ type: 'bold' }] }] },
  ])
  const paragraph: DocumentNode = { type: 'paragraph', content: [text('Det är som det är.')] }
  expect(still(paragraph, nothing)).toEqual([paragraph])
})
