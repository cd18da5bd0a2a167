import { createDecoder, hasContent, readVarString, readVarUint } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { decoding, MalformedError } from './malformed.ts'

/** Largest state of one client, characters of JSON: a name, a colour and a cursor are some 400. */
const LARGEST_STATE = 10_000
export interface AwarenessEntry {
  client: number
  clock: number
  /** JSON; `null` says that the client has left. Not looked at. */
  json: string
}

/** @throws MalformedError */
export function readAwareness(states: Uint8Array): AwarenessEntry[] {
  return decoding('awareness', () => {
    const decoder = createDecoder(states)
    const count = readVarUint(decoder)
    const entries: AwarenessEntry[] = []
    for (let index = 0; index < count; index += 1) {
      const client = readVarUint(decoder)
      const clock = readVarUint(decoder)
      const json = readVarString(decoder)
      if (json.length > LARGEST_STATE) throw new MalformedError(`awareness state of ${json.length} characters`)
      entries.push({ client, clock, json })
    }
    if (hasContent(decoder)) throw new MalformedError('bytes after the awareness states')
    return entries
  })
}

/**
 * @returns null where the client has left
 * @throws MalformedError
 */
export function awarenessState(json: string): Record<string, unknown> | null {
  const state = decoding('awareness', (): unknown => JSON.parse(json))
  if (typeof state !== 'object' || Array.isArray(state)) throw new MalformedError('awareness state is no object')
  return state as Record<string, unknown> | null
}

export function writeAwareness(entries: readonly AwarenessEntry[]): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, entries.length)
  for (const { client, clock, json } of entries) {
    writeVarUint(encoder, client)
    writeVarUint(encoder, clock)
    writeVarString(encoder, json)
  }
  return toUint8Array(encoder)
}
