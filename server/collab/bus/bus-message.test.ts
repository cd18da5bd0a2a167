import { expect, test } from 'vitest'
import { MalformedError } from '../malformed.ts'
import { type BusBody, readBusMessage, writeBusMessage } from './bus-message.ts'

const userId = '0190b8a0-0000-7000-8000-000000000001'
const BODIES: BusBody[] = [
  { kind: 'updates', updates: [{ number: 300, userId, bytes: new Uint8Array([1, 2, 3]) }] },
  { kind: 'committed', committed: [{ origin: { node: 'en nod', number: 7 }, seq: 2 ** 40 }] },
  { kind: 'refused', numbers: [1, 2, 3] },
  { kind: 'awareness', whole: true, states: [{ client: 2 ** 32 - 1, clock: 9, userId, json: '{"å":1}' }] },
  { kind: 'hello' },
  { kind: 'alive', rooms: [{ reportId: userId, people: [{ userId, name: 'Överläkare' }] }] },
  { kind: 'bye' },
]

test.each(BODIES)('$kind arrives as it was sent, and not cut off or lengthened', body => {
  const bytes = writeBusMessage('nod', body)
  expect(readBusMessage(bytes)).toEqual({ node: 'nod', ...body })
  for (let length = 0; length < bytes.length; length += 1) {
    expect(() => readBusMessage(bytes.subarray(0, length))).toThrow(MalformedError)
  }
  expect(() => readBusMessage(new Uint8Array([...bytes, 0]))).toThrow('bytes after')
})

test('a user id that PostgreSQL would refuse is refused here', () => {
  const bytes = writeBusMessage('nod', {
    kind: 'updates',
    updates: [{ number: 1, userId: 'x', bytes: new Uint8Array() }],
  })
  expect(() => readBusMessage(bytes)).toThrow('no UUID')
})

test('a list that says to be longer than the message ends with the message', () => {
  expect(() => readBusMessage(new Uint8Array([1, 1, 120, 2, 255, 255, 255, 127]))).toThrow('bus message')
})
