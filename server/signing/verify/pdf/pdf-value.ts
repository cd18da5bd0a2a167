/** Values of a PDF file (ISO 32000-1, 7.3). Numbers, booleans and null are JavaScript's own. */
export type PdfValue = null | boolean | number | PdfName | PdfString | PdfRef | PdfStream | PdfValue[] | PdfDict

export type PdfDict = Map<string, PdfValue>

export class PdfName {
  constructor(readonly value: string) {}
}

export class PdfString {
  constructor(
    readonly bytes: Uint8Array,
    /** Offset in the file of the first delimiter, and of what follows the last one. */
    readonly start: number,
    readonly end: number,
    readonly hex: boolean,
  ) {}
}

export class PdfRef {
  constructor(
    readonly num: number,
    readonly gen: number,
  ) {}
}

export class PdfStream {
  constructor(
    readonly dict: PdfDict,
    /** As it stands in the file, still filtered. */
    readonly raw: Uint8Array,
  ) {}
}

export const isDict = (value: PdfValue | undefined): value is PdfDict => value instanceof Map

/** The name that a dictionary gives, or null where it gives none. */
export function nameOf(dict: PdfDict, key: string): string | null {
  const value = dict.get(key)
  return value instanceof PdfName ? value.value : null
}

/** Whether two values are written with the same meaning. References are the same when they point at the same object. */
export function sameValue(a: PdfValue | undefined, b: PdfValue | undefined): boolean {
  if (a === undefined || b === undefined || a === null || b === null || typeof a !== 'object') return a === b
  if (a instanceof PdfName) return b instanceof PdfName && a.value === b.value
  if (a instanceof PdfRef) return b instanceof PdfRef && a.num === b.num && a.gen === b.gen
  if (a instanceof PdfString) return b instanceof PdfString && Buffer.compare(a.bytes, b.bytes) === 0
  if (a instanceof PdfStream)
    return b instanceof PdfStream && sameValue(a.dict, b.dict) && Buffer.compare(a.raw, b.raw) === 0
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((one, i) => sameValue(one, b[i]))
  return isDict(b) && a.size === b.size && [...a].every(([key, value]) => sameValue(value, b.get(key)))
}

/** Text of a string: UTF-16BE or UTF-8 by its byte order mark, else PDFDocEncoding as far as it is Latin-1. */
export function textOf(value: PdfValue | undefined): string | null {
  if (!(value instanceof PdfString)) return null
  const [a, b, c] = value.bytes
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(value.bytes.subarray(2))
  if (a === 0xef && b === 0xbb && c === 0xbf) return new TextDecoder().decode(value.bytes.subarray(3))
  return Buffer.from(value.bytes).toString('latin1')
}
