/**
 * One unmasked binary WebSocket message (RFC 6455 section 5.2) of the given parts, ready to be written to many sockets:
 * a broadcast is framed once, not once per receiver.
 */
export const binaryFrame = (...parts: Uint8Array[]): Buffer => beginning(parts, 0)

/** All of such a frame but its last `rest` bytes, which are written after it: a whole document is not copied for it. */
export const binaryFrameBefore = (rest: number, ...parts: Uint8Array[]): Buffer => beginning(parts, rest)

function beginning(parts: Uint8Array[], rest: number): Buffer {
  const size = parts.reduce((sum, part) => sum + part.length, 0)
  const length = size + rest
  const header = headerLength(length)
  const frame = Buffer.allocUnsafe(header + size)
  frame[0] = FIN_AND_BINARY
  if (header === 2) frame[1] = length
  else if (header === 4) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  let at = header
  for (const part of parts) {
    frame.set(part, at)
    at += part.length
  }
  return frame
}

const FIN_AND_BINARY = 0x82

const headerLength = (length: number): number => (length < 126 ? 2 : length < 65_536 ? 4 : 10)
