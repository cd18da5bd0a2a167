import { NotATableError } from '../errors.ts'

const HEAD_BYTES = 64 * 1024

// Tab, line feed, form feed, return, and SUB, which DOS programs end a file with.
const CONTROLS_OF_TEXT = [0x09, 0x0a, 0x0c, 0x0d, 0x1a]
const isControl = (byte: number): boolean => byte < 0x20 && !CONTROLS_OF_TEXT.includes(byte)

/**
 * Recognises what people upload in place of a CSV file.
 * @throws NotATableError
 */
export function refuseOtherFormats(bytes: Uint8Array): void {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1')
  if (head.startsWith('%PDF-')) throw new NotATableError('pdf')
  const isUtf16 = /^(?:\xff\xfe|\xfe\xff)/.test(head)
  if (isUtf16) return
  if (/^(?:\xef\xbb\xbf)?\s*<(?:!doctype|\?xml|html|head|meta|style|table|body)/i.test(head))
    throw new NotATableError('html')
  if (head.startsWith('{\\rtf') || bytes.subarray(0, HEAD_BYTES).some(isControl) || bytes.includes(0))
    throw new NotATableError('binary')
  if (/^(?:\xef\xbb\xbf)?\s*$/.test(head)) throw new NotATableError('empty')
}
