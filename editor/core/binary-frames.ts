/** Bytes that are not a row of whole binary frames. */
export class BrokenFramesError extends Error {
  override readonly name = 'BrokenFramesError'
  readonly code = 'broken-frames'
}

const FIN_AND_BINARY = 0x82
const SHORT = 126
const LONG = 127

/** Bytes of the header before a payload of that many bytes. */
const headerLength = (length: number): number => (length < SHORT ? 2 : length < 65_536 ? 4 : 10)

/**
 * Payloads as unmasked binary WebSocket frames (RFC 6455 section 5.2), one after another. Long polling carries the same
 * frames as a WebSocket does, so the server frames a broadcast once for both.
 */
export function joinFrames(payloads: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(payloads.reduce((sum, { length }) => sum + headerLength(length) + length, 0))
  const view = new DataView(joined.buffer)
  let at = 0
  for (const payload of payloads) {
    const header = headerLength(payload.length)
    view.setUint8(at, FIN_AND_BINARY)
    if (header === 2) view.setUint8(at + 1, payload.length)
    else if (header === 4) {
      view.setUint8(at + 1, SHORT)
      view.setUint16(at + 2, payload.length)
    } else {
      view.setUint8(at + 1, LONG)
      view.setBigUint64(at + 2, BigInt(payload.length))
    }
    joined.set(payload, at + header)
    at += header + payload.length
  }
  return joined
}

/**
 * The payloads of {@link joinFrames}, sharing its memory.
 * @throws BrokenFramesError
 */
export function splitFrames(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const payloads: Uint8Array[] = []
  for (let at = 0; at < bytes.length; ) {
    const short = at + 2 <= bytes.length && view.getUint8(at) === FIN_AND_BINARY ? view.getUint8(at + 1) : null
    if (short === null || short > LONG) throw new BrokenFramesError(`no binary frame at ${at}`)
    const header = short < SHORT ? 2 : short === SHORT ? 4 : 10
    if (at + header > bytes.length) throw new BrokenFramesError(`half a header at ${at}`)
    const length = header === 2 ? short : header === 4 ? view.getUint16(at + 2) : Number(view.getBigUint64(at + 2))
    if (length > bytes.length - at - header) throw new BrokenFramesError(`half a frame at ${at}`)
    payloads.push(bytes.subarray(at + header, at + header + length))
    at += header + length
  }
  return payloads
}
