import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { JointChanges } from '../joint-changes.ts'
import { UnsentText } from './unsent-text.ts'

const OWNER = { userId: 'u', reportId: 'r' }

test('what the server has taken in and not committed is still unsent text of the document that comes after', () => {
  const before = new Y.Doc()
  const unsent = new UnsentText(before, OWNER, new JointChanges(before), () => {})
  before.getXmlFragment('a').push([new Y.XmlElement('paragraph')])
  const after = new Y.Doc()
  Y.applyUpdate(after, Y.encodeStateAsUpdate(before))
  const next = new UnsentText(after, OWNER, new JointChanges(after), () => {})
  // Nothing is missing there, so nothing is written anew.
  next.carry(unsent, unsent.sections, () => ({
    clients: [],
    deleted: [],
    joint: [],
    leftBehind: new Set(),
    takenAway: [],
  }))
  expect(next.sections).toEqual(['a'])
  expect([...next.own.writers]).toEqual([before.clientID])
})
