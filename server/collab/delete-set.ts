import { createDecoder, type Decoder, readAny, readVarUint } from 'lib0/decoding'
import { decoding, MalformedError } from './malformed.ts'

/** The lowest five bits of a struct's first byte, as Yjs' contentRefs and `structGCRefNumber`, `structSkipRefNumber`. */
// TEXTS: values as JSON, which older versions of Yjs wrote.
const [GC, DELETED, TEXTS, BINARY, STRING, EMBED, FORMAT, TYPE, ANY, DOCUMENT, SKIP] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
]
/** Types that are written with a name (typeRefs: YXmlElement, YXmlHook). */
const NAMED_TYPES = new Set([3, 5])
const HAS_ORIGIN = 0x80
const HAS_RIGHT_ORIGIN = 0x40
const HAS_PARENT_SUB = 0x20

/**
 * What a client lacks that has all structs of a state: an update (V1) without structs and with the state's deletions,
 * the same bytes as `Y.diffUpdate` makes for the state's own vector. They stand at the end of the state, so all before
 * them is only passed over: 1 ms for 100 pages, where `diffUpdate` takes 20 to 76.
 *
 * @param state a Yjs update V1 as `Y.encodeStateAsUpdate` writes it
 * @throws MalformedError
 */
export function deletionsOfState(state: Uint8Array): Uint8Array {
  return decoding('stored state', () => {
    const decoder = createDecoder(state)
    skipStructs(decoder)
    if (decoder.pos >= state.length) throw new MalformedError('a state without its deletions')
    const deletions = new Uint8Array(1 + state.length - decoder.pos)
    deletions.set(state.subarray(decoder.pos), 1)
    return deletions
  })
}

function skipStructs(decoder: Decoder): void {
  for (let clients = readVarUint(decoder); clients > 0; clients -= 1) {
    let structs = readVarUint(decoder)
    skipNumber(decoder)
    skipNumber(decoder)
    for (; structs > 0; structs -= 1) skipStruct(decoder)
  }
}

function skipStruct(decoder: Decoder): void {
  const info = readByte(decoder)
  const content = info & 0x1f
  if (content === GC || content === SKIP) {
    skipNumber(decoder)
    return
  }
  if (info & HAS_ORIGIN) skipId(decoder)
  if (info & HAS_RIGHT_ORIGIN) skipId(decoder)
  if ((info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) === 0) {
    if (readVarUint(decoder) === 1) skipBytes(decoder)
    else skipId(decoder)
    if (info & HAS_PARENT_SUB) skipBytes(decoder)
  }
  skipContent(decoder, content)
}

function skipContent(decoder: Decoder, content: number): void {
  switch (content) {
    case STRING:
    case BINARY:
    case EMBED:
      skipBytes(decoder)
      break
    case DELETED:
      skipNumber(decoder)
      break
    case FORMAT:
      skipBytes(decoder)
      skipBytes(decoder)
      break
    case TYPE:
      if (NAMED_TYPES.has(readVarUint(decoder))) skipBytes(decoder)
      break
    case TEXTS:
      for (let left = readVarUint(decoder); left > 0; left -= 1) skipBytes(decoder)
      break
    case ANY:
      for (let left = readVarUint(decoder); left > 0; left -= 1) readAny(decoder)
      break
    case DOCUMENT:
      skipBytes(decoder)
      readAny(decoder)
      break
    default:
      throw new MalformedError(`content ${content}`)
  }
}

function skipId(decoder: Decoder): void {
  skipNumber(decoder)
  skipNumber(decoder)
}

/** A string, JSON or bytes: all are written after their length. */
function skipBytes(decoder: Decoder): void {
  const length = readVarUint(decoder)
  decoder.pos += length
}

function skipNumber(decoder: Decoder): void {
  while (readByte(decoder) >= 0x80);
}

function readByte(decoder: Decoder): number {
  const byte = decoder.arr[decoder.pos]
  if (byte === undefined) throw new MalformedError('the state ends too early')
  decoder.pos += 1
  return byte
}
