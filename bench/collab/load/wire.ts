import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import {
  createEncoder,
  type Encoder,
  toUint8Array,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from 'lib0/encoding'
import { MESSAGE } from '#editor/core/collab-protocol.ts'

/** Hocuspocus 4 speaks y-websocket's protocol with the document's name before every message, and some types of its own. */
export type Dialect = 'y-websocket' | 'hocuspocus'

const HOCUSPOCUS = { authentication: 2, syncReply: 4 }
const [ASK, ANSWER, UPDATE] = [0, 1, 2]

export const EMPTY_STATE_VECTOR = Uint8Array.of(0)
export const EMPTY_UPDATE = Uint8Array.of(0, 0)

/** What of a server's message a raw client cares about. */
export type Heard =
  | { kind: 'question' }
  /** `isAnswer`: what we asked for, or its last part. */
  | { kind: 'text'; update: Uint8Array; isAnswer: boolean }
  | { kind: 'saved'; messages: number }

function begin(dialect: Dialect, room: string, type: number): Encoder {
  const encoder = createEncoder()
  if (dialect === 'hocuspocus') writeVarString(encoder, room)
  writeVarUint(encoder, type)
  return encoder
}

function syncMessage(dialect: Dialect, room: string, step: number, bytes: Uint8Array): Uint8Array {
  const encoder = begin(dialect, room, MESSAGE.sync)
  writeVarUint(encoder, step)
  writeVarUint8Array(encoder, bytes)
  return toUint8Array(encoder)
}

export const askMessage = (dialect: Dialect, room: string, stateVector: Uint8Array): Uint8Array =>
  syncMessage(dialect, room, ASK, stateVector)

export const answerMessage = (dialect: Dialect, room: string, update: Uint8Array): Uint8Array =>
  syncMessage(dialect, room, ANSWER, update)

export const updateMessage = (dialect: Dialect, room: string, update: Uint8Array): Uint8Array =>
  syncMessage(dialect, room, UPDATE, update)

/** Hocuspocus wants to be told a token before anything else, even where it asks for none. */
export function tokenMessage(room: string): Uint8Array {
  const encoder = begin('hocuspocus', room, HOCUSPOCUS.authentication)
  writeVarUint(encoder, 0)
  for (const field of ['token', '4.8.0']) writeVarString(encoder, field)
  return toUint8Array(encoder)
}

/** All three servers put one message in a frame. Null for what is of no interest here. */
export function readMessage(dialect: Dialect, frame: Uint8Array): Heard | null {
  const decoder = createDecoder(frame)
  if (dialect === 'hocuspocus') readVarString(decoder)
  const type = readVarUint(decoder)
  if (type === MESSAGE.sync || (dialect === 'hocuspocus' && type === HOCUSPOCUS.syncReply)) {
    const step = readVarUint(decoder)
    if (step === ASK) return { kind: 'question' }
    return { kind: 'text', update: readVarUint8Array(decoder), isAnswer: step === ANSWER }
  }
  if (dialect === 'y-websocket' && type === MESSAGE.saved) return { kind: 'saved', messages: readVarUint(decoder) }
  return null
}
