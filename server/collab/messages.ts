import { createDecoder, hasContent, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { type Changed, type Denied, MESSAGE } from '#editor/core/collab-protocol.ts'
import { binaryFrame, numbersFrame } from './frame.ts'
import { decoding, MalformedError } from './malformed.ts'

/** Subtypes of {@link MESSAGE.sync} (y-protocols/sync). */
const STEP_1 = 0
const STEP_2 = 1
const UPDATE = 2

export type Incoming =
  | { kind: 'state-vector'; stateVector: Uint8Array }
  /** `isAnswer`: a step 2, everything that our state vector lacked. */
  | { kind: 'update'; update: Uint8Array; isAnswer: boolean }
  | { kind: 'awareness'; states: Uint8Array }
  | { kind: 'query-awareness' }

/** @throws MalformedError */
export function readMessage(data: Uint8Array): Incoming {
  return decoding('message', () => {
    const decoder = createDecoder(data)
    const message = readBody(readVarUint(decoder))
    if (hasContent(decoder)) throw new MalformedError('bytes after the message')
    return message

    function readBody(type: number): Incoming {
      if (type === MESSAGE.sync) {
        const step = readVarUint(decoder)
        if (step > UPDATE) throw new MalformedError(`sync message ${step}`)
        const bytes = readVarUint8Array(decoder)
        if (step === STEP_1) return { kind: 'state-vector', stateVector: bytes }
        return { kind: 'update', update: bytes, isAnswer: step === STEP_2 }
      }
      if (type === MESSAGE.awareness) return { kind: 'awareness', states: readVarUint8Array(decoder) }
      if (type === MESSAGE.queryAwareness) return { kind: 'query-awareness' }
      throw new MalformedError(`message type ${type}`)
    }
  })
}

function withJson(type: number, value: unknown): Buffer {
  const encoder = createEncoder()
  writeVarUint(encoder, type)
  writeVarString(encoder, JSON.stringify(value))
  return binaryFrame(toUint8Array(encoder))
}

/** A message of numbers, and bytes after their length. */
const bytesFrame = (type: number[], bytes: Uint8Array): Buffer => numbersFrame([...type, bytes.length], bytes, true)

/** Asks the client for what `stateVector` lacks. */
export const stateVectorFrame = (stateVector: Uint8Array): Buffer => bytesFrame([MESSAGE.sync, STEP_1], stateVector)

/** On the way of every keystroke. */
export const updateFrame = (update: Uint8Array): Buffer =>
  numbersFrame([MESSAGE.sync, UPDATE, update.length], update, true)

/** The same in two buffers to be written one after the other; `update` is one of them. */
export const updateFrameOf = (update: Uint8Array): [Uint8Array, Uint8Array] => [
  numbersFrame([MESSAGE.sync, UPDATE, update.length], update, false),
  update,
]

const EMPTY_UPDATE = Uint8Array.of(0, 0)
const NOTHING = new Uint8Array()
const NOBODY = Uint8Array.of(0)

/** An empty step 2. y-websocket reports "synced" at the first step 2, so this comes after the content, not with it. */
export const SYNCED_FRAME = bytesFrame([MESSAGE.sync, STEP_2], EMPTY_UPDATE)

export const awarenessFrame = (states: Uint8Array): Buffer => bytesFrame([MESSAGE.awareness], states)

/** Awareness of nobody: says nothing, but y-websocket hears it. */
export const KEEP_ALIVE_FRAME = awarenessFrame(NOBODY)

export const savedFrame = (messages: number): Buffer => numbersFrame([MESSAGE.saved, messages], NOTHING, true)

export const deniedFrame = (denied: Denied): Buffer => withJson(MESSAGE.denied, denied)

export const changedFrame = (changed: Changed): Buffer => withJson(MESSAGE.changed, changed)

/** @param delay ms after which the client should come back */
export const closingFrame = (delay: number): Buffer => numbersFrame([MESSAGE.closing, delay], NOTHING, true)
