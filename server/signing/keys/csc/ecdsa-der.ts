import { Integer, Sequence } from 'asn1js'

const integer = (bytes: Uint8Array): Integer => {
  const first = bytes.findIndex(byte => byte !== 0)
  const value = first === -1 ? new Uint8Array([0]) : bytes.subarray(first)
  // Else it would read as a negative number.
  const positive = (value[0] ?? 0) < 0x80 ? value : new Uint8Array([0, ...value])
  return new Integer({ valueHex: new Uint8Array(positive).buffer })
}

/** An EC signature as r and s side by side (IEEE P1363), as DER (RFC 3279, 2.2.3). */
export function ecdsaDer(raw: Uint8Array): Uint8Array {
  const half = raw.length / 2
  const sequence = new Sequence({ value: [integer(raw.subarray(0, half)), integer(raw.subarray(half))] })
  return new Uint8Array(sequence.toBER(false))
}
