import { type PdfDict, sameValue } from '../pdf/pdf-value.ts'

export const differingKeys = (a: PdfDict, b: PdfDict): string[] =>
  [...new Set([...a.keys(), ...b.keys()])].filter(key => !sameValue(a.get(key), b.get(key)))
