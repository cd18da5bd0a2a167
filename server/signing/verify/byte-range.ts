import { derLength } from './cms/der.ts'
import type { FoundSignature } from './find-signatures.ts'
import { PdfString } from './pdf/pdf-value.ts'
import type { IntegrityFault } from './pdf-verdict.ts'

export interface Covered {
  /** What was signed: the bytes before the signature, and those after it. */
  pieces: [Uint8Array, Uint8Array]
  /** Offset of what follows the last byte that is covered. */
  end: number
  /** The signature itself, without the room after it. */
  der: Uint8Array
  faults: IntegrityFault[]
}

/**
 * What a signature covers: from the file's first byte to an end of its own, and everything between but exactly its own
 * hexadecimal /Contents (ETSI EN 319 142-1, 5.3). Null where it does not say so.
 */
export function readByteRange({ dict }: FoundSignature, bytes: Uint8Array): Covered | null {
  const range = dict.get('ByteRange')
  const contents = dict.get('Contents')
  if (!Array.isArray(range) || range.length !== 4 || !(contents instanceof PdfString) || !contents.hex) return null
  if (!range.every(one => typeof one === 'number' && Number.isInteger(one) && one >= 0)) return null
  const [start, before, after, length] = range as [number, number, number, number]
  const end = after + length
  if (start !== 0 || before !== contents.start || after !== contents.end || end > bytes.length || length === 0)
    return null
  const size = derLength(contents.bytes)
  const der = contents.bytes.subarray(0, size ?? 0)
  const faults: IntegrityFault[] = []
  if (size === null || size > contents.bytes.length) faults.push('encoding')
  else if (contents.bytes.subarray(size).some(byte => byte !== 0)) faults.push('padding')
  if (!isPlainHex(bytes.subarray(contents.start + 1, contents.end - 1))) faults.push('encoding')
  return { pieces: [bytes.subarray(0, before), bytes.subarray(after, end)], end, der, faults }
}

/** In upper or in lower case, and nothing between: no signature covers these digits, so there must be one way to write them. */
function isPlainHex(digits: Uint8Array): boolean {
  const text = Buffer.from(digits).toString('latin1')
  return text.length % 2 === 0 && (/^[0-9a-f]*$/.test(text) || /^[0-9A-F]*$/.test(text))
}
