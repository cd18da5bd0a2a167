import { type PdfDict, PdfRef, PdfStream, type PdfValue } from '../../../../signing/verify/pdf/pdf-value.ts'
import { appendUpdate, type PdfObjects } from '../../../../signing/verify/testing/write-pdf.ts'
import type { PdfFile } from '../read/pdf-file.ts'
import { writeValue } from './write-value.ts'

const copy = (value: PdfValue): PdfValue => {
  if (value instanceof PdfStream) return new PdfStream(new Map(value.dict), value.raw)
  if (value instanceof Map) return new Map([...value].map(([key, inner]) => [key, copy(inner)]))
  return Array.isArray(value) ? value.map(copy) : value
}

/** A file in which a fault is planted: by an update after it, or in its own bytes. */
export class PdfDraft {
  private readonly changed = new Map<number, PdfValue>()
  private readonly trailer: PdfDict
  private raw: string | null = null
  private next: number

  /** @param file is not changed */
  constructor(readonly file: PdfFile) {
    this.next = Math.max(...this.file.objects.keys()) + 1
    this.trailer = new Map(['Root', 'Info', 'ID'].map(key => [key, this.file.trailer.get(key) ?? null]))
  }

  add(value: PdfValue): PdfRef {
    this.changed.set(this.next, value)
    return new PdfRef(this.next++, 0)
  }

  at(num: number, value: PdfValue): void {
    this.changed.set(num, value)
  }

  /** The dictionary of an object, to be changed in place. */
  dict(at: number | PdfValue | undefined): PdfDict {
    const num = typeof at === 'number' ? at : at instanceof PdfRef ? at.num : -1
    const value = this.changed.get(num) ?? copy(this.file.objects.get(num) ?? null)
    const dict = value instanceof PdfStream ? value.dict : value
    if (!(dict instanceof Map)) throw new Error('nothing to plant a fault in')
    this.changed.set(num, value)
    return dict
  }

  get catalog(): PdfDict {
    return this.dict(this.file.trailer.get('Root'))
  }

  /** The first object that the test holds for, to be changed in place. */
  first(type: string, test: (dict: PdfDict) => boolean = () => true): PdfDict {
    return this.dict(this.file.ofType(type).find(({ dict }) => test(dict))?.num)
  }

  /** The first element of a role, to be changed in place. */
  element(role: string): PdfDict {
    return this.dict(this.file.structure.elements.find(one => one.role === role)?.num)
  }

  /** What a stream holds, changed. It is written without a filter. */
  data(at: PdfValue | undefined, change: (text: string) => string): void {
    if (!(at instanceof PdfRef)) throw new Error('nothing to plant a fault in')
    const before = this.file.data(at).toString('latin1')
    const after = change(before)
    if (after === before) throw new Error('nothing to plant a fault in')
    const dict = new Map(this.file.dict(at))
    dict.delete('Filter')
    this.changed.set(at.num, new PdfStream(dict, Buffer.from(after, 'latin1')))
  }

  /** What page 3 draws, changed: one with a running head, a heading and text. */
  page(change: (text: string) => string): void {
    this.data(this.file.pages[2]?.dict.get('Contents'), change)
  }

  inTrailer(change: (trailer: PdfDict) => void): void {
    change(this.trailer)
    this.dict(this.file.trailer.get('Root'))
  }

  /** The bytes themselves, changed; one letter is a byte. */
  bytes(change: (source: string) => string): void {
    const before = this.file.source
    this.raw = change(before)
    if (this.raw === before) throw new Error('nothing to plant a fault in')
  }

  written(): Uint8Array {
    if (this.raw !== null) return Buffer.from(this.raw, 'latin1')
    if (this.changed.size === 0) throw new Error('no fault was planted')
    const objects: PdfObjects = Object.fromEntries([...this.changed].map(([num, value]) => [num, writeValue(value)]))
    const trailer = [...this.trailer].map(([key, value]) => `/${key} ${writeValue(value).toString('latin1')}`).join(' ')
    return appendUpdate(this.file.bytes, objects, { trailer })
  }
}
