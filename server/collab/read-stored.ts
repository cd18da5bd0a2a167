import type { TransactionSql } from 'postgres'
import type { Sql } from '#db/client.ts'
import { Turns } from '../documents/turns.ts'
import { isWrittenUuid } from '../is-uuid.ts'

/** A report's stored document. */
export interface Stored {
  state: Uint8Array
  stateVector: Uint8Array
  seq: number
  /** The transaction that wrote the row: another one after every fold. */
  version: string
  editorVersion: number
}

/** PostgreSQL's answer is not what COPY's binary format is said to be. */
export class CopyFormatError extends Error {
  readonly code = 'copy-format'
  override readonly name = 'CopyFormatError'
}

/** So many of the pool's connections at most: everyone who is in a report already needs the others. */
const turns = new Turns(4)
/** Before the first row: signature, flags, and the length of an extension that there is none of. */
const HEADER = 19

/**
 * Null if the report has none. By COPY, because its binary format brings the bytes as they are: as a value of a row a
 * 100-page report comes as 1.5 MB of text that must be decoded, and weighs on the memory while everyone comes back.
 * @param reportId a UUID in lower case: COPY takes no parameters
 */
export async function readStored(sql: Sql, reportId: string): Promise<Stored | null> {
  if (!isWrittenUuid(reportId)) throw new TypeError('no UUID')
  // A transaction, to have a connection alone: the driver refuses whatever else it would send on one that copies.
  return turns.take(() => sql.begin('read only', transaction => copyOut(transaction, reportId)))
}

async function copyOut(sql: TransactionSql, reportId: string): Promise<Stored | null> {
  const copy = sql.unsafe(`copy (
    select state, state_vector, seq, xmin::text, editor_version from report_document where report_id = '${reportId}'
  ) to stdout (format binary)`)
  const stream = await copy.readable()
  const chunks: Buffer[] = []
  try {
    for await (const chunk of stream) chunks.push(chunk as Buffer)
  } finally {
    // The driver stops reading its socket while the stream is full, and forgets to go on if the end is in it already.
    stream._read(0)
  }
  // One message holds the row, another one the end.
  const [first = Buffer.alloc(0)] = chunks
  return readRow(chunks.length > 2 ? Buffer.concat(chunks) : first)
}

/** The bytes of the state share the memory of `message`: they are nearly all of it. */
function readRow(message: Buffer): Stored | null {
  if (message.length <= HEADER + 2 || message.readInt16BE(HEADER) === -1) return null
  let at = HEADER + 2
  const fields: Buffer[] = []
  for (let left = message.readInt16BE(HEADER); left > 0; left -= 1) {
    const length = message.readInt32BE(at)
    fields.push(message.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  const [state, stateVector, seq, version, editorVersion] = fields
  if (!state || !stateVector || !seq || !version || !editorVersion || at > message.length) {
    throw new CopyFormatError(`a row of ${fields.length} fields in ${message.length} bytes`)
  }
  return {
    state,
    // It outlives the state in memory.
    stateVector: Uint8Array.from(stateVector),
    seq: Number(seq.readBigInt64BE()),
    version: version.toString('latin1'),
    editorVersion: editorVersion.readInt32BE(),
  }
}
