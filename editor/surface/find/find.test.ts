import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { findMatches } from './matches.ts'
import type { FindQuery } from './query.ts'
import { REPLACE_ORIGIN, replaceMatches } from './replace-matches.ts'

const query = (text: string, options: Partial<FindQuery> = {}): FindQuery => ({
  text,
  matchCase: false,
  wholeWords: false,
  ...options,
})

function report(sections: Record<string, string[]>): Y.Doc {
  const doc = new Y.Doc()
  for (const [id, paragraphs] of Object.entries(sections))
    doc.getXmlFragment(id).insert(
      0,
      paragraphs.map(text => {
        const paragraph = new Y.XmlElement('paragraph')
        paragraph.insert(0, [new Y.XmlText(text)])
        return paragraph
      }),
    )
  return doc
}

const first = (doc: Y.Doc, id: string): Y.XmlText => {
  const text = (doc.getXmlFragment(id).get(0) as Y.XmlElement).get(0)
  if (!(text instanceof Y.XmlText)) throw new Error('no text')
  return text
}

test('finds in the order of the sections, and within tables', () => {
  const doc = report({ b: ['Avvikelse och avvikelser'], a: ['Inga avvikelser'] })
  const table = new Y.XmlElement('table')
  const cell = new Y.XmlElement('tableCell')
  cell.insert(0, [new Y.XmlText('AVVIKELSE')])
  table.insert(0, [cell])
  doc.getXmlFragment('a').insert(1, [table])
  expect(
    findMatches(doc, ['a', 'b'], query('avvikelse')).map(({ sectionId, index, place }) => [sectionId, index, place]),
  ).toEqual([
    ['a', 5, 0],
    ['a', 0, 1],
    ['b', 0, 0],
    ['b', 14, 1],
  ])
})

test.each<[string, Partial<FindQuery>, number]>([
  ['vård', {}, 4],
  ['vård', { matchCase: true }, 3],
  ['vård', { wholeWords: true }, 2],
  ['Vård', { matchCase: true, wholeWords: true }, 1],
  ['95 procent', {}, 1],
  ['a.b*', {}, 1],
  [' ', {}, 0],
  ['', {}, 0],
])('%j with %j is there %i times', (text, options, count) => {
  const doc = report({ s: ['Vård är vård, hemvård och vårdplan: 95\u00a0procent (a.b*)'] })
  expect(findMatches(doc, ['s'], query(text, options))).toHaveLength(count)
})

test('replaces all at once, with the look of what was there, and undoes it as one step', () => {
  const doc = report({ s: ['Enheten och enheten'], t: ['ENHETEN'] })
  first(doc, 's').format(0, 7, { bold: {} })
  const before = [first(doc, 's').toString(), first(doc, 't').toString()]
  const undo = new Y.UndoManager([doc.getXmlFragment('s'), doc.getXmlFragment('t')], {
    trackedOrigins: new Set([REPLACE_ORIGIN]),
  })
  const enheten = query('enheten')
  expect(replaceMatches(doc, findMatches(doc, ['s', 't'], enheten), enheten, 'verksamheten')).toBe(3)
  expect(first(doc, 's').toDelta()).toEqual([
    { insert: 'verksamheten', attributes: { bold: {} } },
    { insert: ' och verksamheten' },
  ])
  expect(first(doc, 't').toString()).toBe('verksamheten')
  undo.undo()
  expect([first(doc, 's').toString(), first(doc, 't').toString()]).toEqual(before)
})

test('leaves what somebody has changed since', () => {
  const doc = report({ s: ['mål och mål'] })
  const mal = query('mål')
  const found = findMatches(doc, ['s'], mal)
  first(doc, 's').insert(0, 'Ett ')
  expect(replaceMatches(doc, found, mal, 'syfte')).toBe(0)
  expect(first(doc, 's').toString()).toBe('Ett mål och mål')
  expect(replaceMatches(doc, findMatches(doc, ['s'], mal), mal, '')).toBe(2)
  expect(first(doc, 's').toString()).toBe('Ett  och ')
})
