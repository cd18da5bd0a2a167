import { PdfName, PdfRef, PdfStream, PdfString, type PdfValue } from '../../../../signing/verify/pdf/pdf-value.ts'

const written = (text: string): Buffer => Buffer.from(text, 'latin1')

const name = (value: string): string =>
  `/${value.replace(/[^!$&'*+,\-.0-9:;=?@A-Z\\^_`a-z|~]/g, sign => `#${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)}`

function number(value: number): string {
  const text = String(value)
  return /e/.test(text) ? value.toFixed(Math.abs(value) < 1 ? 60 : 1) : text
}

/** A value as PDF syntax (ISO 32000-1, 7.3). */
export function writeValue(value: PdfValue): Buffer {
  if (value instanceof PdfStream) {
    const dict = writeValue(new Map([...value.dict, ['Length', value.raw.length]]))
    return Buffer.concat([dict, written('\nstream\n'), value.raw, written('\nendstream')])
  }
  if (value instanceof PdfRef) return written(`${value.num} ${value.gen} R`)
  if (value instanceof PdfName) return written(name(value.value))
  if (value instanceof PdfString) return written(`<${Buffer.from(value.bytes).toString('hex')}>`)
  if (value instanceof Map)
    return written(
      `<< ${[...value].map(([key, inner]) => `${name(key)} ${writeValue(inner).toString('latin1')}`).join(' ')} >>`,
    )
  if (Array.isArray(value)) return written(`[${value.map(inner => writeValue(inner).toString('latin1')).join(' ')}]`)
  return written(typeof value === 'number' ? number(value) : String(value))
}

export const text = (value: string): PdfString => new PdfString(Buffer.from(value, 'latin1'), 0, 0, false)
export const named = (value: string): PdfName => new PdfName(value)
export const dictOf = (entries: Record<string, PdfValue>): Map<string, PdfValue> => new Map(Object.entries(entries))
