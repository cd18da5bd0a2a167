import { createDecoder, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarUint8Array } from 'lib0/encoding'

/** What a row of the log holds: one update, or several that one person sent in the same moment. */
export interface LogData {
  /** Yjs update V1; of several, one after another, each after its length (lib0's varUint8Array). */
  data: Uint8Array
  /** How many. */
  updates: number
}

/** @param updates one at least, in order */
export function packUpdates(updates: readonly Uint8Array[]): LogData {
  const [only] = updates
  if (only && updates.length === 1) return { data: only, updates: 1 }
  const encoder = createEncoder()
  for (const update of updates) writeVarUint8Array(encoder, update)
  return { data: toUint8Array(encoder), updates: updates.length }
}

/**
 * The updates of a row in order; they share the memory of `data`. A row that does not hold what it says gives one of no
 * bytes, which whoever applies it finds unusable, like any other that is damaged.
 */
export function unpackUpdates({ data, updates }: LogData): Uint8Array[] {
  if (updates === 1) return [data]
  const decoder = createDecoder(data)
  const unpacked: Uint8Array[] = []
  try {
    for (let left = updates; left > 0; left -= 1) unpacked.push(readVarUint8Array(decoder))
  } catch {
    return DAMAGED
  }
  return decoder.pos === data.length ? unpacked : DAMAGED
}

const DAMAGED = [new Uint8Array()]

/** The updates of rows one by one, in order, each with what else its row says. */
export const updatesOf = <R extends LogData>(rows: readonly R[]): Omit<R, 'updates'>[] =>
  rows.flatMap(({ updates, ...row }) => unpackUpdates({ data: row.data, updates }).map(data => ({ ...row, data })))
