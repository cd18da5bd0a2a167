import { DamagedPdfError } from '../verify-errors.ts'
import { type PdfDict, PdfName, PdfRef, PdfStream, PdfString, type PdfValue } from './pdf-value.ts'
import { readHexString, readLiteralString } from './read-string.ts'

const WHITE = new Set([0, 9, 10, 12, 13, 32])
const DELIMITERS = new Set([...'()<>[]{}/%'].map(sign => sign.charCodeAt(0)))
const MAX_DEPTH = 60

export interface IndirectObject {
  num: number
  gen: number
  value: PdfValue
  /** Offset of what follows "endobj". */
  end: number
}

/** Reads PDF syntax strictly from one place on. What is not written as ISO 32000-1 7.2–7.3 says is a damaged file. */
export class PdfReader {
  /** @param lengthOf the length of a stream that another object states */
  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
    private readonly lengthOf: (ref: PdfRef) => number = () => Number.NaN,
  ) {}

  fail(what: string): never {
    throw new DamagedPdfError(`${what} at byte ${this.at}`)
  }

  skipWhite(): void {
    const { bytes } = this
    while (this.at < bytes.length) {
      const byte = bytes[this.at] ?? 0
      if (byte === 0x25) while (this.at < bytes.length && bytes[this.at] !== 10 && bytes[this.at] !== 13) this.at++
      else if (WHITE.has(byte)) this.at++
      else return
    }
  }

  /** The regular characters up to the next delimiter. */
  token(): string {
    const begun = this.at
    while (this.at < this.bytes.length) {
      const byte = this.bytes[this.at] ?? 0
      if (WHITE.has(byte) || DELIMITERS.has(byte)) break
      this.at++
    }
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset + begun, this.at - begun).toString('latin1')
  }

  takes(keyword: string): boolean {
    this.skipWhite()
    const begun = this.at
    if (this.token() === keyword) return true
    this.at = begun
    return false
  }

  expect(keyword: string): void {
    if (!this.takes(keyword)) this.fail(`no "${keyword}"`)
  }

  /** A whole number without sign, of at most ten digits. */
  natural(): number {
    this.skipWhite()
    const text = this.token()
    if (!/^\d{1,10}$/.test(text)) this.fail('no number')
    return Number(text)
  }

  value(depth = 0): PdfValue {
    if (depth > MAX_DEPTH) this.fail('too deep')
    this.skipWhite()
    const byte = this.bytes[this.at]
    if (byte === 0x2f) return this.name()
    if (byte === 0x28) return this.string(readLiteralString(this.bytes, this.at), false)
    if (byte === 0x5b) return this.array(depth)
    if (byte === 0x3c)
      return this.bytes[this.at + 1] === 0x3c ? this.dict(depth) : this.string(readHexString(this.bytes, this.at), true)
    return this.word()
  }

  private string(read: { bytes: Uint8Array; end: number } | null, hex: boolean): PdfString {
    if (!read) this.fail('a string without end')
    const start = this.at
    this.at = read.end
    return new PdfString(read.bytes, start, read.end, hex)
  }

  private name(): PdfName {
    this.at++
    return new PdfName(
      this.token().replace(/#([0-9a-fA-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    )
  }

  private array(depth: number): PdfValue[] {
    this.at++
    const items: PdfValue[] = []
    for (;;) {
      this.skipWhite()
      if (this.bytes[this.at] === 0x5d) {
        this.at++
        return items
      }
      items.push(this.value(depth + 1))
    }
  }

  private dict(depth: number): PdfDict {
    this.at += 2
    const dict: PdfDict = new Map()
    for (;;) {
      this.skipWhite()
      if (this.bytes[this.at] === 0x3e && this.bytes[this.at + 1] === 0x3e) {
        this.at += 2
        return dict
      }
      if (this.bytes[this.at] !== 0x2f) this.fail('no key')
      const key = this.name().value
      // Readers differ in which of two they believe.
      if (dict.has(key)) this.fail('a key twice')
      dict.set(key, this.value(depth + 1))
    }
  }

  private word(): PdfValue {
    const text = this.token()
    if (text === 'true') return true
    if (text === 'false') return false
    if (text === 'null') return null
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)) this.fail('no value')
    return (/^\d{1,10}$/.test(text) && this.reference(Number(text))) || Number(text)
  }

  private reference(num: number): PdfRef | null {
    const begun = this.at
    this.skipWhite()
    const gen = this.token()
    if (/^\d{1,5}$/.test(gen)) {
      this.skipWhite()
      if (this.token() === 'R') return new PdfRef(num, Number(gen))
    }
    this.at = begun
    return null
  }

  /** "12 0 obj … endobj" */
  object(): IndirectObject {
    const num = this.natural()
    const gen = this.natural()
    this.expect('obj')
    const dict = this.value()
    const value = dict instanceof Map && this.takes('stream') ? this.stream(dict) : dict
    this.expect('endobj')
    return { num, gen, value, end: this.at }
  }

  private stream(dict: PdfDict): PdfStream {
    if (this.bytes[this.at] === 13) this.at++
    if (this.bytes[this.at] !== 10) this.fail('no line end after "stream"')
    const begun = this.at + 1
    const stated = dict.get('Length')
    const length = stated instanceof PdfRef ? this.lengthOf(stated) : stated
    if (typeof length !== 'number' || !Number.isInteger(length) || length < 0) this.fail('no length')
    if (begun + length > this.bytes.length) this.fail('a stream past the end')
    this.at = begun + length
    const raw = this.bytes.subarray(begun, this.at)
    this.expect('endstream')
    return new PdfStream(dict, raw)
  }
}
