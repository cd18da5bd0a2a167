import { afterEach, expect, test, vi } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { SectionAwareness } from './section-awareness.ts'

const open: Awareness[] = []
function awareness(name: string): Awareness {
  const made = new Awareness(new Y.Doc())
  made.setLocalState({ user: { id: name, name, color: '#000000' } })
  open.push(made)
  return made
}
const send = (from: Awareness, to: Awareness): void =>
  applyAwarenessUpdate(to, encodeAwarenessUpdate(from, [from.clientID]), 'test')

afterEach(() => {
  for (const one of open.splice(0)) one.destroy()
})

const cursor = { anchor: {}, head: {} }

test('hears of carets that come to, move in and leave its section, and of no others', () => {
  const me = awareness('me')
  const other = awareness('other')
  const heard = { a: vi.fn(), b: vi.fn() }
  new SectionAwareness(me, 'a').on('change', heard.a)
  new SectionAwareness(me, 'b').on('change', heard.b)
  const otherA = new SectionAwareness(other, 'a')
  const otherB = new SectionAwareness(other, 'b')

  otherA.setLocalStateField('cursor', cursor)
  send(other, me)
  expect([heard.a.mock.calls.length, heard.b.mock.calls.length]).toEqual([1, 0])

  otherB.setLocalStateField('cursor', cursor)
  send(other, me)
  expect([heard.a.mock.calls.length, heard.b.mock.calls.length]).toEqual([2, 1])
})

test('an editor that closes takes away only its own caret', () => {
  const me = awareness('me')
  new SectionAwareness(me, 'a').setLocalStateField('cursor', cursor)
  const other = new SectionAwareness(me, 'b')
  other.setLocalStateField('cursor', null)
  expect(me.getLocalState()).toMatchObject({ section: 'a', cursor })
  expect(other.getLocalState()).toMatchObject({ cursor: null })
})

test('shows the states of its section only', () => {
  const me = awareness('me')
  new SectionAwareness(me, 'a').setLocalStateField('cursor', cursor)
  expect([...new SectionAwareness(me, 'a').getStates().keys()]).toEqual([me.clientID])
  expect(new SectionAwareness(me, 'b').getStates().size).toBe(0)
})
