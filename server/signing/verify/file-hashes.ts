import { createHash } from 'node:crypto'

export interface FileHashes {
  /** SHA-256 of the whole file, lower-case hex. */
  whole: string
  /** Of each beginning of it that could be a file by itself, the longest first. */
  beginnings: string[]
}

/** A report's file ends this often: unsigned, and twice or thrice for each signature. */
const MAX_ENDS = 400

/** Offsets right after each "%%EOF", with and without its line end. */
function ends(bytes: Uint8Array): number[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const found: number[] = []
  for (let at = file.indexOf('%%EOF'); at >= 0 && found.length < MAX_ENDS; at = file.indexOf('%%EOF', at + 5)) {
    const end = at + 5
    found.push(end)
    if (file[end] === 13 && file[end + 1] === 10) found.push(end + 2)
    else if (file[end] === 10 || file[end] === 13) found.push(end + 1)
  }
  return found.filter(end => end < bytes.length)
}

export function hashFile(bytes: Uint8Array): FileHashes {
  const hash = createHash('sha256')
  const beginnings: string[] = []
  let done = 0
  for (const end of ends(bytes)) {
    hash.update(bytes.subarray(done, end))
    done = end
    beginnings.unshift(hash.copy().digest('hex'))
  }
  return { whole: hash.update(bytes.subarray(done)).digest('hex'), beginnings }
}
