import { DamagedPdfError, NotPdfError, PasswordProtectedError } from '../verify-errors.ts'
import type { Inflater } from './inflate.ts'
import { ObjectStreams } from './object-streams.ts'
import { PdfReader } from './pdf-reader.ts'
import { isDict, type PdfDict, PdfRef, PdfStream, type PdfValue } from './pdf-value.ts'
import { readXrefSection, type XrefEntry, type XrefSection } from './xref-section.ts'

const MAX_SECTIONS = 500
const LINE_END = /^(\r\n|\n|\r)?/

/**
 * The file as a reader sees it that knows only its first bytes: one state of the document, and all that it was made of.
 * Nothing is guessed: where the cross-references do not lead, there is nothing.
 */
export class PdfRevision {
  /** Newest first. */
  readonly sections: XrefSection[]
  readonly trailer: PdfDict
  /** Offset of what follows "%%EOF" and its line end. */
  readonly end: number
  private readonly entries = new Map<number, XrefEntry>()
  private readonly read = new Map<number, PdfValue>()
  private readonly reading = new Set<number>()
  private readonly streams: ObjectStreams

  /** @throws NotPdfError, DamagedPdfError, PasswordProtectedError, InflationLimitError */
  constructor(
    readonly bytes: Uint8Array,
    inflater: Inflater,
  ) {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    if (!/^%PDF-[12]\.\d/.test(file.toString('latin1', 0, 8))) throw new NotPdfError('no %PDF- at the beginning')
    const tail = file.lastIndexOf('startxref')
    if (tail < 0) throw new DamagedPdfError('no startxref')
    const reader = new PdfReader(bytes, tail + 9)
    const offset = reader.natural()
    const eof = /^\s*%%EOF/.exec(file.toString('latin1', reader.at, reader.at + 40))
    if (!eof) throw new DamagedPdfError('no %%EOF')
    const after = reader.at + eof[0].length
    this.end = after + (LINE_END.exec(file.toString('latin1', after, after + 2))?.[0].length ?? 0)
    this.sections = readChain(bytes, offset, inflater)
    this.trailer = this.sections[0]?.trailer ?? new Map()
    if (this.sections.some(({ trailer }) => trailer.has('Encrypt'))) throw new PasswordProtectedError('encrypted')
    for (const section of [...this.sections].reverse())
      for (const [num, entry] of section.entries) this.entries.set(num, entry)
    this.streams = new ObjectStreams(num => this.object(num), inflater)
  }

  entry(num: number): XrefEntry {
    return this.entries.get(num) ?? { kind: 'free' }
  }

  /** The value of an object; null where there is none, as ISO 32000-1 7.3.10 says. */
  object(num: number): PdfValue {
    const known = this.read.get(num)
    if (known !== undefined) return known
    // A stream whose length is said by itself, or in itself.
    if (this.reading.has(num)) throw new DamagedPdfError('an object that needs itself')
    this.reading.add(num)
    const value = this.load(num, this.entry(num))
    this.reading.delete(num)
    this.read.set(num, value)
    return value
  }

  private load(num: number, entry: XrefEntry): PdfValue {
    if (entry.kind === 'free') return null
    if (entry.kind === 'inside') return this.streams.read(entry.container, num)
    if (entry.offset >= this.bytes.length) throw new DamagedPdfError(`object ${num} is past the end`)
    const found = new PdfReader(this.bytes, entry.offset, ref => this.number(ref)).object()
    if (found.num !== num || found.gen !== entry.gen)
      throw new DamagedPdfError(`object ${num} is not where it should be`)
    return found.value
  }

  private number(ref: PdfRef): number {
    const value = this.resolve(ref)
    return typeof value === 'number' ? value : Number.NaN
  }

  /** Follows references to the value at their end. */
  resolve(value: PdfValue | undefined): PdfValue {
    let at = value ?? null
    for (let steps = 0; at instanceof PdfRef; steps++) {
      if (steps > 20) throw new DamagedPdfError('references in a circle')
      const entry = this.entry(at.num)
      at = entry.kind === 'offset' && entry.gen !== at.gen ? null : this.object(at.num)
    }
    return at
  }

  /** The dictionary there, of a stream too; null where there is something else. */
  dict(value: PdfValue | undefined): PdfDict | null {
    const found = this.resolve(value)
    if (found instanceof PdfStream) return found.dict
    return isDict(found) ? found : null
  }

  /** @throws DamagedPdfError */
  catalog(): PdfDict {
    const found = this.dict(this.trailer.get('Root'))
    if (!found) throw new DamagedPdfError('no catalog')
    return found
  }
}

function readChain(bytes: Uint8Array, newest: number, inflater: Inflater): XrefSection[] {
  const sections: XrefSection[] = []
  const seen = new Set<number>()
  for (let offset: PdfValue | undefined = newest; offset !== undefined; ) {
    if (typeof offset !== 'number' || seen.has(offset) || seen.size >= MAX_SECTIONS)
      throw new DamagedPdfError('cross-references without end')
    seen.add(offset)
    const section = readXrefSection(bytes, offset, inflater)
    sections.push(section)
    offset = section.trailer.get('Prev')
  }
  return sections
}
