import { type BaseBlock, fromBER } from 'asn1js'

/** One ASN.1 value that fills the bytes; null where it does not. */
export function readDer(bytes: Uint8Array): BaseBlock | null {
  const { result, offset } = fromBER(Uint8Array.from(bytes).buffer)
  return offset === bytes.length && result.error === '' ? (result as BaseBlock) : null
}

/** The parts of a SEQUENCE, a SET or an explicit tag. */
export const partsOf = (block: BaseBlock | undefined): BaseBlock[] => {
  const value = (block as { valueBlock?: { value?: unknown } } | undefined)?.valueBlock?.value
  return Array.isArray(value) ? (value as BaseBlock[]) : []
}

/** The bytes that a value was read from: hashes are of these, never of how we would write it. */
export const rawOf = (block: BaseBlock): Uint8Array => block.valueBeforeDecodeView

/** Octets of an OCTET STRING, of pieces too. */
export function octetsOf(block: BaseBlock | undefined): Uint8Array | null {
  if (block?.idBlock.tagClass !== 1 || block.idBlock.tagNumber !== 4) return null
  // asn1js lists what looks like ASN.1 inside a plain string as its parts, too.
  if (block.idBlock.isConstructed)
    return Buffer.concat(partsOf(block).map(piece => octetsOf(piece) ?? new Uint8Array()))
  return (block as unknown as { valueBlock: { valueHexView: Uint8Array } }).valueBlock.valueHexView
}

/**
 * Length of the first DER value in the bytes, header and all.
 * @returns null for a header that DER does not allow: indefinite, or longer than it need be
 */
export function derLength(bytes: Uint8Array): number | null {
  const first = bytes[1]
  if (first === undefined) return null
  if (first < 0x80) return 2 + first
  const count = first & 0x7f
  if (count === 0 || count > 4 || bytes.length < 2 + count) return null
  let length = 0
  for (let i = 0; i < count; i++) length = length * 256 + (bytes[2 + i] ?? 0)
  return length < 0x80 || length < 256 ** (count - 1) ? null : 2 + count + length
}
