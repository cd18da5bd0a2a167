/**
 * One unmasked binary WebSocket message (RFC 6455 section 5.2) of the given parts, ready to be written to many sockets:
 * a broadcast is framed once, not once per receiver.
 */
export function binaryFrame(...parts: Uint8Array[]): Buffer {
  let length = 0
  for (const part of parts) length += part.length
  const frame = begun(length, length)
  let at = frame.length - length
  for (const part of parts) {
    frame.set(part, at)
    at += part.length
  }
  return frame
}

/**
 * The same of a message that begins with small numbers (varints).
 * @param copied whether `rest` is in the frame, or is written right after it: a whole document is not copied for that
 */
export function numbersFrame(numbers: readonly number[], rest: Uint8Array, copied: boolean): Buffer {
  let start = 0
  for (const number of numbers) start += varintLength(number)
  const frame = begun(start + rest.length, copied ? start + rest.length : start)
  let at = frame.length - start - (copied ? rest.length : 0)
  for (const number of numbers) at = writeVarint(frame, at, number)
  if (copied) frame.set(rest, at)
  return frame
}

/** @param inside so many bytes of the message are to stand in the buffer */
function begun(length: number, inside: number): Buffer {
  const header = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(header + inside)
  frame[0] = FIN_AND_BINARY
  if (header === 2) frame[1] = length
  else if (header === 4) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  return frame
}

const FIN_AND_BINARY = 0x82

function varintLength(number: number): number {
  let length = 1
  for (let rest = number; rest >= 0x80; rest = Math.floor(rest / 0x80)) length += 1
  return length
}

function writeVarint(bytes: Uint8Array, from: number, number: number): number {
  let at = from
  let rest = number
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) {
    bytes[at] = (rest % 0x80) | 0x80
    at += 1
  }
  bytes[at] = rest
  return at + 1
}
