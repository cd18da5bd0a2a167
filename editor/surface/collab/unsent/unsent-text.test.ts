import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { carryOver } from '../carry-over.ts'
import { JointChanges } from '../joint-changes.ts'
import { takenAway } from '../taken-away.ts'
import { UnsentText } from './unsent-text.ts'

const OWNER = { userId: 'u', reportId: 'r' }

test('what the server has taken in and not committed is still unsent text of the document that comes after', () => {
  const before = new Y.Doc()
  const unsent = new UnsentText(before, OWNER, new JointChanges(before), () => {})
  before.getXmlFragment('a').push([new Y.XmlElement('paragraph')])
  const after = new Y.Doc()
  Y.applyUpdate(after, Y.encodeStateAsUpdate(before))
  const next = new UnsentText(after, OWNER, new JointChanges(after), () => {})
  next.expect(unsent)
  next.own.recognise(unsent.own)
  expect(next.sections).toEqual(['a'])
  expect([...next.own.writers]).toEqual([before.clientID])
})

test('what comes from the server in one’s own name is kept when somebody else takes it away there', () => {
  const before = new Y.Doc()
  const unsent = new UnsentText(before, OWNER, new JointChanges(before), () => {})
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('ord')])
  before.getXmlFragment('a').push([paragraph])
  // Another's change came after it, and the server refuses both later.
  const server = new Y.Doc()
  Y.applyUpdate(server, Y.encodeStateAsUpdate(before))
  const after = new Y.Doc()
  const next = new UnsentText(after, OWNER, new JointChanges(after), () => {})
  next.own.recognise(unsent.own)
  Y.applyUpdate(after, Y.encodeStateAsUpdate(server))
  server.getXmlFragment('a').delete(0, 1)
  Y.applyUpdate(after, Y.encodeStateAsUpdate(server))
  const nowhere = { to: new Y.Doc(), goes: () => false }
  expect(JSON.stringify(takenAway(after, next.own, nowhere).map(({ content }) => content))).toContain('"ord"')
})

test('of a tab that ended before its note, what one section refuses does not take the other sections along', () => {
  const add = (doc: Y.Doc, section: string, words: string): void => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(words)])
    doc.getXmlFragment(section).push([paragraph])
  }
  const copyOf = (doc: Y.Doc): Y.Doc => {
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    return copy
  }
  const server = new Y.Doc()
  for (const section of ['a', 'b']) add(server, section, 'Texten')
  const tab = copyOf(server)
  for (const section of ['a', 'b']) add(tab, section, 'Nytt')
  const doc = copyOf(server)
  const unsent = new UnsentText(doc, OWNER, new JointChanges(doc), () => {})
  const note = { waiting: 1, sections: [], writers: [], deleted: [], joint: [], refused: null }
  unsent.inherit({ ...note, doc: tab, discard: async () => {} })
  expect(unsent.sections).toEqual(['a', 'b'])
  const to = copyOf(server)
  carryOver({ from: doc, to, own: unsent.own, keeps: section => section === 'b', origin: 'carried' })
  expect(to.getXmlFragment('b').toString()).toContain('Nytt')
  expect(to.getXmlFragment('a').toString()).not.toContain('Nytt')
})
