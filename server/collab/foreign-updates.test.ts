import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { ForeignUpdates } from './foreign-updates.ts'
import { RoomText, type TailEntry } from './room-text.ts'
import { type } from './testing/text.ts'

const NODE = 'annan'
const SECTION = 'avsnitt'
const REPORT = '6f1f7a52-7f0f-4a57-9a5b-0d6a1c6a7f11'
const USER = '0d3a5b3e-0f51-4b8e-9a64-0e0a9d6f1c22'

let updates: Uint8Array[]
let text: RoomText
let foreign: ForeignUpdates
let settled: TailEntry[]
let spread: Uint8Array[]

beforeEach(() => {
  const empty = new Y.Doc()
  text = new RoomText({ state: Y.encodeStateAsUpdate(empty), stateVector: Y.encodeStateVector(empty) }, [])
  settled = []
  spread = []
  const room = {
    spread: ({ bytes }: TailEntry) => spread.push(Uint8Array.from(bytes)),
    settled: (entries: TailEntry[]) => settled.push(...entries),
    dropped: () => {},
  }
  foreign = new ForeignUpdates(text, room, 1024 * 1024)
  updates = []
  const doc = new Y.Doc()
  doc.on('update', update => updates.push(update))
  type(doc, SECTION, 'ord')
  doc.getXmlFragment(SECTION).delete(0, 1)
})

const shared = (...numbers: number[]) =>
  numbers.map(number => ({ number, userId: USER, bytes: updates[number - 1] ?? new Uint8Array() }))
const rowOf = (seq: number) => updates.map(data => ({ reportId: REPORT, seq, userId: USER, data }))
/** Both updates in one row of the log. */
const committed = (seq: number) => [1, 2].map(number => ({ origin: { node: NODE, number }, seq }))

test('updates that share a row are in the log when their node says so', () => {
  foreign.take(NODE, shared(1, 2))
  expect(foreign.committed(committed(7))).toEqual([])
  expect(settled.map(({ seq }) => seq)).toEqual([7, 7])
  expect(foreign.entries).toEqual([])
})

test('where one of a row never came, none counts before the row is read: what it deletes would show in no clock', () => {
  foreign.take(NODE, shared(1))
  expect(foreign.committed(committed(7))).toEqual([7])
  expect(settled).toEqual([])
  expect(foreign.lacking([7])).toEqual([7])
  expect(foreign.committed(committed(7))).toEqual([7])

  foreign.takeRows(rowOf(7))
  expect(settled.map(({ seq }) => seq)).toEqual([7, 7])
  expect(spread).toEqual(updates)
  expect(foreign.lacking([7])).toEqual([])
  expect(foreign.committed(committed(7))).toEqual([])
  expect(text.tail).toHaveLength(2)
})

test('a row that is read twice is here once', () => {
  foreign.takeRows(rowOf(7))
  foreign.takeRows(rowOf(7))
  expect(text.tail.map(({ seq }) => seq)).toEqual([7, 7])
  expect(spread).toEqual(updates)
})
