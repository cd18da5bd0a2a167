import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { UnsentText } from './unsent-text.ts'

const OWNER = { userId: 'u', reportId: 'r' }

test('what the server has taken in and not committed is still unsent text of the document that comes after', () => {
  const before = new Y.Doc()
  const unsent = new UnsentText(before, OWNER, () => {})
  before.getXmlFragment('a').push([new Y.XmlElement('paragraph')])
  const after = new Y.Doc()
  Y.applyUpdate(after, Y.encodeStateAsUpdate(before))
  const next = new UnsentText(after, OWNER, () => {})
  // Nothing is missing there, so nothing is written anew.
  next.carry(unsent, unsent.sections, () => ({ clients: [], leftBehind: new Set() }))
  expect(next.sections).toEqual(['a'])
  expect([...next.writers]).toEqual([before.clientID])
})
