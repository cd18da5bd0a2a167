import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

const PACKED = /\.(pdf|png|jpe?g)$/

/**
 * A ZIP of the files in the order in which they are given, the same bytes each time.
 * @param files bytes by path
 */
export function zipPackage(files: Iterable<readonly [string, Uint8Array]>): Uint8Array {
  // ZIP knows no time zones, and fflate writes local time: this reads the same everywhere.
  const moment = new Date(1980, 0, 1)
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  for (const [path, bytes] of files) {
    const entry = PACKED.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 })
    entry.mtime = moment
    zip.add(entry)
    entry.push(bytes, true)
  }
  zip.end()
  return Buffer.concat(chunks)
}
