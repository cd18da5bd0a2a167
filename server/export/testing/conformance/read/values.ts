import { PdfStream, type PdfValue } from '../../../../signing/verify/pdf/pdf-value.ts'

/** A value and all that it holds, without what it refers to. */
export function* valuesIn(value: PdfValue): Generator<PdfValue> {
  yield value
  if (value instanceof PdfStream) yield* valuesIn(value.dict)
  else if (Array.isArray(value)) for (const inner of value) yield* valuesIn(inner)
  else if (value instanceof Map) for (const inner of value.values()) yield* valuesIn(inner)
}

/** Where a rule is broken, or nowhere. */
export const when = (broken: boolean, where: string): string[] => (broken ? [where] : [])
