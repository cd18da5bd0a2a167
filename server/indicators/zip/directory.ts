import { NotATableError } from '../errors.ts'

/** A file in a zip archive, as the central directory describes it (APPNOTE.TXT 4.3.12). */
export interface ZipEntry {
  name: string
  /** 0 stored, 8 deflated. */
  method: number
  /** Bytes in the archive, and when expanded as the archive claims. */
  packedSize: number
  size: number
  /** Of the local header. */
  offset: number
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const MAX_ENTRIES = 2000

const broken = (): NotATableError => new NotATableError('broken-archive')

function endOfDirectory(bytes: Buffer): number {
  // The record is 22 bytes, followed by a comment of at most 64 kB.
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at -= 1)
    if (bytes.readUInt32LE(at) === END) return at
  throw broken()
}

function readEntry(bytes: Buffer, at: number): { entry: ZipEntry; next: number } {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) throw broken()
  const flags = bytes.readUInt16LE(at + 8)
  const nameLength = bytes.readUInt16LE(at + 28)
  const next = at + 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  const entry = {
    name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
    method: bytes.readUInt16LE(at + 10),
    packedSize: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
  }
  if (flags & 1) throw new NotATableError('encrypted')
  return { entry, next }
}

/**
 * The files of an archive by name. Two of one name are refused: readers would not agree on which one counts.
 * @throws NotATableError
 */
export function readDirectory(file: Uint8Array): Map<string, ZipEntry> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  if (bytes.length < 22) throw broken()
  const end = endOfDirectory(bytes)
  const count = bytes.readUInt16LE(end + 10)
  if (count > MAX_ENTRIES) throw new NotATableError('too-much-inside')
  const entries = new Map<string, ZipEntry>()
  for (let at = bytes.readUInt32LE(end + 16); entries.size < count; ) {
    const { entry, next } = readEntry(bytes, at)
    if (entries.has(entry.name)) throw broken()
    entries.set(entry.name, entry)
    at = next
  }
  return entries
}

/**
 * The packed bytes of an entry.
 * @throws NotATableError when they are not within the archive
 */
export function packedBytes(file: Uint8Array, { offset, packedSize }: ZipEntry): Uint8Array {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) throw broken()
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  if (start + packedSize > bytes.length) throw broken()
  return bytes.subarray(start, start + packedSize)
}
