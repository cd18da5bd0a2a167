import { DamagedPdfError } from '../verify-errors.ts'
import type { Inflater } from './inflate.ts'
import { PdfReader } from './pdf-reader.ts'
import { isDict, nameOf, type PdfDict, PdfStream } from './pdf-value.ts'

/** Where an object is: nowhere, at an offset, or in an object stream. */
export type XrefEntry =
  | { kind: 'free' }
  | { kind: 'offset'; offset: number; gen: number }
  | { kind: 'inside'; container: number; index: number }

/** One cross-reference section with its trailer (ISO 32000-1, 7.5.4–7.5.8). */
export interface XrefSection {
  offset: number
  entries: Map<number, XrefEntry>
  trailer: PdfDict
  /** Offset of what follows the trailer or the stream object. */
  end: number
  /** Number of the stream that holds the section; null for a table. */
  streamNum: number | null
  /** Both a table and a stream: readers differ in which they believe. */
  hybrid: boolean
}

/** @throws DamagedPdfError */
export function readXrefSection(bytes: Uint8Array, offset: number, inflater: Inflater): XrefSection {
  if (!Number.isInteger(offset) || offset < 0 || offset >= bytes.length) throw new DamagedPdfError('no xref there')
  const reader = new PdfReader(bytes, offset)
  return reader.takes('xref') ? readTable(reader, offset, inflater) : readStream(reader, offset, inflater)
}

function readTable(reader: PdfReader, offset: number, inflater: Inflater): XrefSection {
  const entries = new Map<number, XrefEntry>()
  while (!reader.takes('trailer')) {
    const first = reader.natural()
    const count = reader.natural()
    // Each entry takes 20 bytes: a count that cannot be true is not counted up to.
    if (count * 18 > reader.bytes.length - reader.at) reader.fail('more entries than bytes')
    for (let num = first; num < first + count; num++) {
      const at = reader.natural()
      const gen = reader.natural()
      const inUse = reader.takes('n')
      if (!inUse) reader.expect('f')
      if (entries.has(num)) reader.fail('an entry twice')
      entries.set(num, inUse ? { kind: 'offset', offset: at, gen } : { kind: 'free' })
    }
  }
  const trailer = reader.value()
  if (!isDict(trailer)) reader.fail('no trailer')
  const section = { offset, entries, trailer, end: reader.at, streamNum: null, hybrid: trailer.has('XRefStm') }
  const hidden = trailer.get('XRefStm')
  if (section.hybrid) {
    const more = readXrefSection(reader.bytes, typeof hidden === 'number' ? hidden : -1, inflater)
    for (const [num, entry] of more.entries) if ((entries.get(num)?.kind ?? 'free') === 'free') entries.set(num, entry)
  }
  return section
}

function readStream(reader: PdfReader, offset: number, inflater: Inflater): XrefSection {
  const { num: streamNum, value, end } = reader.object()
  if (!(value instanceof PdfStream) || nameOf(value.dict, 'Type') !== 'XRef') reader.fail('no cross-reference')
  const widths = value.dict.get('W')
  if (!Array.isArray(widths) || widths.length !== 3) reader.fail('no widths')
  const [w0, w1, w2] = widths.map(one => (typeof one === 'number' && one >= 0 && one <= 8 ? one : Number.NaN))
  const row = (w0 ?? 0) + (w1 ?? 0) + (w2 ?? 0)
  if (w0 === undefined || w1 === undefined || w2 === undefined || !(row > 0)) reader.fail('no widths')
  const data = inflater.decode(value)
  const index = value.dict.get('Index') ?? [0, value.dict.get('Size') ?? 0]
  if (!Array.isArray(index)) reader.fail('no index')
  const entries = new Map<number, XrefEntry>()
  let at = 0
  const field = (width: number): number => {
    let number = 0
    for (let i = 0; i < width; i++) number = number * 256 + (data[at++] ?? 0)
    return number
  }
  for (let pair = 0; pair < index.length; pair += 2) {
    const [first, count] = [index[pair], index[pair + 1]]
    if (typeof first !== 'number' || typeof count !== 'number') reader.fail('no index')
    if (at + count * row > data.length) reader.fail('more entries than bytes')
    for (let num = first; num < first + count; num++) {
      const type = w0 === 0 ? 1 : field(w0)
      const [a, b] = [field(w1), field(w2)]
      if (entries.has(num) || type > 2) reader.fail('an entry that cannot be')
      entries.set(
        num,
        type === 0
          ? { kind: 'free' }
          : type === 1
            ? { kind: 'offset', offset: a, gen: b }
            : { kind: 'inside', container: a, index: b },
      )
    }
  }
  return { offset, entries, trailer: value.dict, end, streamNum, hybrid: false }
}
