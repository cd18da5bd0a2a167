import { NotATableError } from '../../indicators/errors.ts'
import { readDirectory, type ZipEntry } from '../../indicators/zip/directory.ts'
import { expand } from '../../indicators/zip/expand.ts'
import { WordFileRefusedError } from './errors.ts'

export const MAX_WORD_BYTES = 20 * 1024 * 1024
/** All files in it together, expanded. */
const MAX_EXPANDED = 200 * 1024 * 1024

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1')
/** Compound File Binary, [MS-CFB] 2.2: Word 97–2003, and what is encrypted with a password ([MS-OFFCRYPTO] 2.3). */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

const startsWith = (bytes: Buffer, magic: Buffer): boolean => bytes.subarray(0, magic.length).equals(magic)

function directoryOf(bytes: Buffer): Map<string, ZipEntry> {
  try {
    return readDirectory(bytes)
  } catch (error) {
    throw refusal(error)
  }
}

/** The reader of archives is made for workbooks; what it says is said of this file. */
function refusal(error: unknown): unknown {
  if (!(error instanceof NotATableError)) return error
  if (error.reason === 'encrypted') return new WordFileRefusedError('password')
  return new WordFileRefusedError(error.reason === 'too-much-inside' ? 'too-much-inside' : 'broken')
}

async function textOf(bytes: Buffer, entry: ZipEntry, limit: number): Promise<string> {
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of expand(bytes, entry, limit)) chunks.push(chunk)
  } catch (error) {
    throw refusal(error)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Expands everything once, to see that it is what the archive says and no more. */
async function measure(bytes: Buffer, entries: Iterable<ZipEntry>): Promise<void> {
  let left = MAX_EXPANDED
  for (const entry of entries) {
    try {
      for await (const chunk of expand(bytes, entry, left)) left -= chunk.length
    } catch (error) {
      throw refusal(error)
    }
  }
}

/**
 * Whether a file may be given to the reader of Word files at all: its kind, macros, password, and what it expands to.
 * @throws WordFileRefusedError
 */
export async function guardWordFile(file: Uint8Array): Promise<void> {
  if (file.byteLength > MAX_WORD_BYTES) throw new WordFileRefusedError('too-large')
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  if (startsWith(bytes, COMPOUND)) throw new WordFileRefusedError(bytes.includes(ENCRYPTED) ? 'password' : 'old-word')
  if (!startsWith(bytes, ZIP)) throw new WordFileRefusedError('not-word')
  const entries = directoryOf(bytes)
  const types = entries.get('[Content_Types].xml')
  if (!types || !entries.has('word/document.xml')) throw new WordFileRefusedError('not-word')
  await measure(bytes, entries.values())
  const hasMacros = [...entries.keys()].some(name => /(^|\/)vba(Project|Data)\.(bin|xml)$/i.test(name))
  if (hasMacros || /macroEnabled/i.test(await textOf(bytes, types, MAX_EXPANDED)))
    throw new WordFileRefusedError('macros')
}
