import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { touchedSections } from './touched-sections.ts'

function paragraph(text: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(text)])
  return element
}

/** What the first change after `before` touches in a document that got all of it from elsewhere. */
function touched(before: (doc: Y.Doc) => void, change: (doc: Y.Doc) => void): string[] {
  const from = new Y.Doc()
  before(from)
  const to = new Y.Doc()
  Y.applyUpdate(to, Y.encodeStateAsUpdate(from))
  let sections: string[] = []
  to.on('afterTransaction', transaction => {
    sections = touchedSections(transaction)
  })
  change(from)
  Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
  return sections
}

const write = (doc: Y.Doc): void => doc.getXmlFragment('a').push([paragraph('x')])

test('a new block counts in a section that no editor has shown yet', () => {
  expect(touched(() => {}, write)).toEqual(['a'])
  expect(touched(write, write)).toEqual(['a'])
})

test('a word in a block counts, and a block that goes', () => {
  expect(
    touched(write, doc => ((doc.getXmlFragment('a').get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'y')),
  ).toEqual(['a'])
  expect(touched(write, doc => doc.getXmlFragment('a').delete(0, 1))).toEqual(['a'])
})

test('each section counts once, and no other', () => {
  const both = (doc: Y.Doc): void => {
    for (const id of ['a', 'b', 'a']) doc.getXmlFragment(id).push([paragraph(id)])
  }
  const changed = touched(
    doc => doc.getXmlFragment('c').push([paragraph('c')]),
    doc => doc.transact(() => both(doc)),
  )
  expect(changed.toSorted()).toEqual(['a', 'b'])
})
