import { createInflateRaw } from 'node:zlib'
import { NotATableError } from '../errors.ts'
import { packedBytes, type ZipEntry } from './directory.ts'

const CHUNK = 64 * 1024
/** What a small file may grow to, whatever its ratio. */
const HARMLESS = 16 * 1024 * 1024
/** Sheets of real figures shrink to between a fifth and a fortieth; zip bombs to a thousandth. */
const MAX_RATIO = 200

/**
 * Expands a file of an archive piece by piece, and stops at the first byte too many: what the archive says of its own
 * sizes is not believed.
 * @param limit bytes
 * @throws NotATableError
 */
export async function* expand(file: Uint8Array, entry: ZipEntry, limit: number): AsyncGenerator<Uint8Array> {
  const packed = packedBytes(file, entry)
  if (entry.method === 0) {
    if (packed.length > limit) throw new NotATableError('too-much-inside')
    yield packed
    return
  }
  if (entry.method !== 8) throw new NotATableError('broken-archive')
  const allowed = Math.min(limit, Math.max(HARMLESS, packed.length * MAX_RATIO))
  const inflater = createInflateRaw({ chunkSize: CHUNK })
  inflater.end(packed)
  let size = 0
  try {
    for await (const chunk of inflater as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > allowed) throw new NotATableError('too-much-inside')
      yield chunk
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      throw new NotATableError('broken-archive')
    throw error
  } finally {
    inflater.destroy()
  }
  if (size !== entry.size) throw new NotATableError('broken-archive')
}
