import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { textOf } from '../../core/document-node.ts'
import { JointChanges } from './joint-changes.ts'
import { LateWords } from './late-words.ts'
import type { RefusedSection } from './refused-text.ts'
import { SectionUndo } from './section-undo.ts'

function block(name: string, ...content: (Y.XmlElement | string)[]): Y.XmlElement {
  const element = new Y.XmlElement(name)
  element.insert(
    0,
    content.map(one => (typeof one === 'string' ? new Y.XmlText(one) : one)),
  )
  return element
}

/** Who takes paragraphs away, and somebody else who writes; `exchange` brings each what the other has done. */
function report() {
  const doc = new Y.Doc()
  const a = doc.getXmlFragment('a')
  a.push([block('paragraph', 'ett'), block('bulletList', block('listItem', block('paragraph', 'punkt')))])
  const other = new Y.Doc()
  /** @param updates the other's, one by one as they were made */
  const exchange = (updates?: Uint8Array[]): void => {
    const [mine, theirs] = [Y.encodeStateAsUpdate(doc), updates ?? [Y.encodeStateAsUpdate(other)]]
    Y.applyUpdate(other, mine)
    for (const update of theirs) Y.applyUpdate(doc, update)
  }
  exchange()
  const joint = new JointChanges(doc)
  const undo = new SectionUndo(a, { may: () => true, run: (_other, step) => step() })
  undo.trackedOrigins.add('mine')
  const told = new Map<string, RefusedSection>()
  new LateWords(doc, {
    isMoved: one => joint.follows(one),
    nameOf: client => (client === other.clientID ? 'MAR' : null),
    late: section => told.set(section.id, section),
  })
  const remove = (index: number): void => doc.transact(() => a.delete(index, 1), 'mine')
  const theirs = other.getXmlFragment('a')
  const late = () => [...told.values()].map(({ sectionId, content, late }) => [sectionId, textOf(content), late])
  return { doc, a, joint, undo, remove, theirs, exchange, late }
}

const textAt = (fragment: Y.XmlFragment, ...path: number[]): Y.XmlText =>
  path.reduce<Y.XmlFragment>((at, index) => at.get(index) as Y.XmlElement, fragment) as unknown as Y.XmlText

test('what somebody writes in a paragraph that was removed just then is told', () => {
  const { remove, theirs, exchange, late } = report()
  remove(0)
  const text = textAt(theirs, 0, 0)
  text.insert(3, ' två')
  exchange()
  expect(late()).toEqual([['a', 'två', { by: ['MAR'], was: 'ett' }]])
})

test('what comes of it later belongs to the same, with what stands apart set apart', () => {
  const { doc, a, remove, theirs, exchange, late } = report()
  const other = theirs.doc as Y.Doc
  remove(0)
  textAt(theirs, 0, 0).insert(3, ' tv')
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  textAt(theirs, 0, 0).insert(6, 'å')
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  textAt(theirs, 0, 0).insert(0, 'Noll och ')
  exchange()
  expect(late().map(([, words]) => words)).toEqual(['Noll och … två'])
  expect(a.length).toBe(1)
})

test('so is a point that somebody adds to a list that was removed', () => {
  const { remove, theirs, exchange, late } = report()
  remove(1)
  ;(theirs.get(1) as Y.XmlElement).push([block('listItem', block('paragraph', 'en till'))])
  exchange()
  expect(late()).toEqual([['a', 'en till', { by: ['MAR'], was: 'punkt' }]])
})

test('not what had come before, nor what stands beside it, nor what somebody else removes', () => {
  const { a, remove, theirs, exchange, late } = report()
  textAt(theirs, 0, 0).insert(3, ' två')
  exchange()
  remove(0)
  textAt(theirs, 1, 0, 0, 0).insert(5, ' ett')
  exchange()
  theirs.delete(0, 1)
  exchange()
  expect(a.length).toBe(0)
  expect(late()).toEqual([])
})

test('nor what goes along with a move', () => {
  const { doc, joint, theirs, exchange, late } = report()
  joint.record(['a', 'b'], () =>
    doc.transact(() => {
      doc.getXmlFragment('a').delete(0, 1)
      doc.getXmlFragment('b').push([block('paragraph', 'ett')])
    }, 'mine'),
  )
  textAt(theirs, 0, 0).insert(3, ' två')
  exchange()
  expect(doc.getXmlFragment('b').toString()).toContain('ett två')
  expect(late()).toEqual([])
})

test('what is written letter by letter in a new paragraph of a removed block is told whole', () => {
  const { remove, theirs, exchange, late } = report()
  remove(1)
  const other = theirs.doc as Y.Doc
  const updates: Uint8Array[] = []
  other.on('update', (update: Uint8Array) => updates.push(update))
  const item = (theirs.get(1) as Y.XmlElement).get(0) as Y.XmlElement
  item.insert(1, [block('paragraph', 'N')])
  const text = textAt(theirs, 1, 0, 1, 0)
  for (const letter of 'ya ord') text.insert(text.length, letter)
  exchange(updates)
  expect(late().map(([, words]) => words)).toEqual(['Nya ord'])
})
