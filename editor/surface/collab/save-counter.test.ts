import * as encoding from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import * as syncProtocol from 'y-protocols/sync'
import * as Y from 'yjs'
import { MESSAGE } from '../../core/collab-protocol.ts'
import { SaveCounter } from './save-counter.ts'

function frame(type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

const doc = new Y.Doc()
const step1 = frame(MESSAGE.sync, encoder => syncProtocol.writeSyncStep1(encoder, doc))
const step2 = frame(MESSAGE.sync, encoder => syncProtocol.writeSyncStep2(encoder, doc))
const update = frame(MESSAGE.sync, encoder => syncProtocol.writeUpdate(encoder, Y.encodeStateAsUpdate(doc)))
const caret = frame(MESSAGE.awareness, encoder => encoding.writeVarUint8Array(encoder, new Uint8Array([0])))

describe('SaveCounter', () => {
  test('is unsettled until the server has asked, been answered and committed the answer', () => {
    const counter = new SaveCounter()
    expect(counter.settled).toBe(false)
    counter.sent(step1)
    counter.sent(step2)
    expect(counter.settled).toBe(false)
    counter.saved(1)
    expect(counter.settled).toBe(true)
  })

  test('counts answers and updates, never questions or carets', () => {
    const counter = new SaveCounter()
    for (const sent of [step1, step2, caret, update, caret, update, 'text', new ArrayBuffer(2)]) counter.sent(sent)
    counter.saved(2)
    expect(counter.settled).toBe(false)
    counter.saved(3)
    expect(counter.settled).toBe(true)
  })

  test('an update before the answer does not settle what was written offline', () => {
    const counter = new SaveCounter()
    counter.sent(update)
    counter.saved(1)
    expect(counter.settled).toBe(false)
    counter.sent(step2)
    expect(counter.settled).toBe(false)
    counter.saved(2)
    expect(counter.settled).toBe(true)
  })

  test('a new socket starts over, and late news of fewer messages changes nothing', () => {
    const counter = new SaveCounter()
    counter.sent(step2)
    counter.saved(1)
    counter.opened()
    expect(counter.settled).toBe(false)
    counter.sent(step2)
    counter.sent(update)
    counter.saved(2)
    counter.saved(1)
    expect(counter.settled).toBe(true)
  })

  test('counts what waits through a lost connection', () => {
    const counter = new SaveCounter()
    counter.sent(step2)
    counter.saved(1)
    for (let times = 0; times < 3; times++) {
      counter.made(1)
      counter.sent(update)
    }
    expect(counter.waiting).toBe(3)
    counter.saved(3)
    expect(counter.waiting).toBe(1)
    counter.made(1)
    counter.opened()
    expect(counter.waiting).toBe(2)
    counter.made(1)
    counter.sent(update)
    // Committed, but what was written before it has not been sent on this connection.
    counter.saved(1)
    expect(counter.waiting).toBe(3)
    counter.sent(step2)
    counter.made(1)
    counter.saved(2)
    expect(counter.waiting).toBe(1)
    counter.sent(update)
    counter.saved(3)
    expect(counter.waiting).toBe(0)
  })
})
