interface ReadString {
  bytes: Uint8Array
  /** Offset of what follows the last delimiter. */
  end: number
}

const ESCAPES: Record<number, number> = { 110: 10, 114: 13, 116: 9, 98: 8, 102: 12 }
const isOctal = (byte: number | undefined): byte is number => byte !== undefined && byte >= 0x30 && byte <= 0x37

/** "(…)" with balanced parentheses and escapes (ISO 32000-1, 7.3.4.2); null where it has no end. */
export function readLiteralString(bytes: Uint8Array, start: number): ReadString | null {
  const out: number[] = []
  let depth = 0
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte === 0x28) depth++
    if (byte === 0x29) depth--
    if (depth === 0) return { bytes: Uint8Array.from(out), end: at + 1 }
    if (at === start) continue
    if (byte !== 0x5c) {
      out.push(byte)
      continue
    }
    const next = bytes[++at]
    if (isOctal(next)) {
      let code = next - 0x30
      for (let more = 0; more < 2 && isOctal(bytes[at + 1]); more++) code = code * 8 + ((bytes[++at] ?? 0) - 0x30)
      out.push(code & 0xff)
    } else if (next === 13) {
      if (bytes[at + 1] === 10) at++
    } else if (next !== undefined && next !== 10) out.push(ESCAPES[next] ?? next)
  }
  return null
}

/** "<…>" (7.3.4.3); null where it has no end or holds anything but hexadecimal digits and white space. */
export function readHexString(bytes: Uint8Array, start: number): ReadString | null {
  const close = bytes.indexOf(0x3e, start)
  if (close < 0) return null
  const digits = Buffer.from(bytes.subarray(start + 1, close))
    .toString('latin1')
    .replace(/[\0\t\n\f\r ]+/g, '')
  if (!/^[0-9a-fA-F]*$/.test(digits)) return null
  return { bytes: Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex'), end: close + 1 }
}
