import { createDecoder, hasContent, readVarString, readVarUint } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { decoding, MalformedError } from './malformed.ts'

/** Largest state of one client, characters of JSON: a name, a colour and a cursor are some 400. */
const LARGEST_STATE = 10_000
/** y-websocket sends one state, and the states of its other tabs' at most. */
const MOST_STATES = 32

export interface AwarenessEntry {
  client: number
  clock: number
  /** JSON; `null` says that the client has left. */
  json: string
  state: Record<string, unknown> | null
}

/** @throws MalformedError */
export function readAwareness(states: Uint8Array): AwarenessEntry[] {
  return decoding('awareness', () => {
    const decoder = createDecoder(states)
    const count = readVarUint(decoder)
    if (count > MOST_STATES) throw new MalformedError(`${count} awareness states`)
    const entries = Array.from({ length: count }, () => {
      const client = readVarUint(decoder)
      const clock = readVarUint(decoder)
      const json = readVarString(decoder)
      if (json.length > LARGEST_STATE) throw new MalformedError(`awareness state of ${json.length} characters`)
      return { client, clock, json, state: parse(json) }
    })
    if (hasContent(decoder)) throw new MalformedError('bytes after the awareness states')
    return entries
  })
}

function parse(json: string): Record<string, unknown> | null {
  const state: unknown = JSON.parse(json)
  if (state === null) return null
  if (typeof state !== 'object' || Array.isArray(state)) throw new MalformedError('awareness state is no object')
  return state as Record<string, unknown>
}

export function writeAwareness(entries: readonly Omit<AwarenessEntry, 'state'>[]): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, entries.length)
  for (const { client, clock, json } of entries) {
    writeVarUint(encoder, client)
    writeVarUint(encoder, clock)
    writeVarString(encoder, json)
  }
  return toUint8Array(encoder)
}
