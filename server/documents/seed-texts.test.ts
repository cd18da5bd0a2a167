import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { DocumentNode } from '#editor/core/document-node.ts'
import { SAMPLE_IMAGE, sampleContent } from '../export/testing/sample-content.ts'
import { sampleReport } from '../export/testing/sample-report.ts'
import { seedTexts } from './seed-texts.ts'

const shown = (content: string): DocumentNode => JSON.parse(content)
const keys = sampleReport().resolved.sections.map(section => section.key)

/** Attributes that a text may leave out, as the editor writes them in full. */
const seed = (texts: (DocumentNode | null)[], images: Record<string, string> = {}) =>
  seedTexts({ sections: texts.map((text, index) => ({ id: `s${index}`, text })), years: 0, images })

test('every kind of block and mark comes through unchanged, and again', () => {
  const once = seed(keys.map(key => sampleContent(key)))
  expect(once.unreadable).toEqual([])
  const first = once.sections.map(({ content }) => shown(content))
  expect(first.map(doc => JSON.stringify(doc).length > 40).filter(Boolean).length).toBeGreaterThan(5)
  expect(seed(first).sections.map(({ content }) => shown(content))).toEqual(first)
  for (const [index, key] of keys.entries()) {
    const words = (doc: DocumentNode): string => JSON.stringify(doc).replace(/.*?"text":"(.*?)"|.+/g, '$1')
    expect(words(first[index] ?? { type: 'doc' }), key).toBe(words(sampleContent(key)))
  }
})

test('images get the ids of their copies', () => {
  const copy = '00000000-0000-4000-8000-00000000000a'
  const { sections } = seed(
    keys.map(key => sampleContent(key)),
    { [SAMPLE_IMAGE]: copy },
  )
  const all = sections.map(({ content }) => content).join()
  expect(all).toContain(copy)
  expect(all).not.toContain(SAMPLE_IMAGE)
})

test('what begins empty has a place for the caret', () => {
  const { state, stateVector, sections } = seed([null, { type: 'doc', content: [] }])
  expect(sections.map(({ content }) => shown(content))).toEqual(
    Array(2).fill({ type: 'doc', content: [{ type: 'paragraph' }] }),
  )
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  expect(Y.encodeStateVector(doc)).toEqual(stateVector)
})

test('a text that today’s editor cannot show is named, and nothing is made of the others', () => {
  const strange: DocumentNode = { type: 'doc', content: [{ type: 'hologram' }] }
  expect(seed([null, strange])).toMatchObject({ unreadable: ['s1'], sections: [] })
})
