import { isUtf8 } from 'node:buffer'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export const BYTES_PER_CHUNK = 32 * 1024

/** By byte order mark; without one UTF-8 if the bytes are, else Windows-1252, which is what older Swedish systems write. */
export function detectEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

/** U+0080 to U+009F of Latin-1 are these in Windows-1252 (WHATWG Encoding, index-windows-1252). */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

// Not TextDecoder: in several releases of Node 20 and 22 its windows-1252 is plain Latin-1 ("–" becomes U+0096).
const decodeWindows1252 = (chunk: Uint8Array): string =>
  Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, char => WINDOWS_1252.charAt(char.charCodeAt(0) - 0x80))

/** The text of a file in pieces of about 32 kB, without byte order mark. */
export function* decodeText(bytes: Uint8Array, encoding: Encoding): Generator<string, undefined> {
  const decoder = encoding === 'windows-1252' ? null : new TextDecoder(encoding)
  for (let from = 0; from < bytes.length; from += BYTES_PER_CHUNK) {
    const chunk = bytes.subarray(from, from + BYTES_PER_CHUNK)
    yield decoder ? decoder.decode(chunk, { stream: true }) : decodeWindows1252(chunk)
  }
  if (decoder) yield decoder.decode()
}
