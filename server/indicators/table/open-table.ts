import { detectFormat, readRows } from '../csv/read-rows.ts'
import { NotATableError } from '../errors.ts'
import { readWorkbook } from '../xlsx/read-workbook.ts'
import { readDirectory } from '../zip/directory.ts'
import type { Table } from './table.ts'

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, at) => bytes[at] === byte)

/** Formats of the older Office are a file system in a file; an encrypted workbook is one too (MS-OFFCRYPTO 1.3). */
function refuseOldOffice(bytes: Uint8Array): never {
  const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    'EncryptedPackage',
    0,
    'utf16le',
  )
  throw new NotATableError(encrypted ? 'encrypted' : 'old-excel')
}

async function openArchive(bytes: Uint8Array): Promise<Table> {
  const entries = readDirectory(bytes)
  if (entries.has('xl/workbook.xml')) return readWorkbook(bytes, entries)
  if (entries.has('xl/workbook.bin')) throw new NotATableError('binary-excel')
  throw new NotATableError(entries.has('mimetype') && entries.has('content.xml') ? 'opendocument' : 'zip')
}

/**
 * Recognises what a file is by its bytes, whatever its name says.
 * @throws NotATableError
 */
export async function openTable(bytes: Uint8Array): Promise<Table> {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return openArchive(bytes)
  if (startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) throw new NotATableError('zip')
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refuseOldOffice(bytes)
  const format = detectFormat(bytes)
  return {
    kind: 'text',
    encoding: format.encoding,
    sheets: [{ name: '', hidden: false }],
    macros: false,
    readRows: (_, onShare) => readRows(bytes, format, onShare),
  }
}
