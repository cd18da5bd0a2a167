import { createHash } from 'node:crypto'
import { type PDF, PdfDict, PdfNumber, PdfString } from '@libpdf/core'
import { type Cms, readCms } from '../cms/read-cms.ts'

export interface SignatureInFile {
  field: string
  kind: 'signature' | 'timestamp'
  dictionary: PdfDict
  cms: Cms
  /** What it is a signature of: the file up to its end, without its own value. */
  content: Uint8Array
  /** Where what it covers ends. */
  end: number
  /** Where the digits of its own value stand. */
  value: { start: number; end: number }
}

const OPEN = '<'.charCodeAt(0)
const CLOSE = '>'.charCodeAt(0)

/** @throws Error where it does not cover all but its own value, from the first byte on */
function contentOf(bytes: Uint8Array, range: number[]): Pick<SignatureInFile, 'content' | 'end' | 'value'> {
  const [start = -1, before = -1, after = -1, rest = -1, ...more] = range
  const end = after + rest
  const isWhole = start === 0 && before > 0 && after > before && rest > 0 && end <= bytes.length && more.length === 0
  if (!isWhole || bytes[before] !== OPEN || bytes[after - 1] !== CLOSE) throw new Error('it does not cover the file')
  const content = Buffer.concat([bytes.subarray(0, before), bytes.subarray(after, end)])
  return { content, end, value: { start: before + 1, end: after - 1 } }
}

/** The signatures and document time stamps of a PDF. @throws Error for one that cannot be read */
export function readSignatures(pdf: PDF, bytes: Uint8Array): SignatureInFile[] {
  const resolve = pdf.getObject.bind(pdf)
  const fields = pdf.getForm()?.getSignatureFields() ?? []
  return fields.flatMap(field => {
    const dictionary = field.getSignatureDict()
    if (!(dictionary instanceof PdfDict)) return []
    const value = dictionary.get('Contents', resolve)
    if (!(value instanceof PdfString)) throw new Error('a signature without a value')
    const range = [...(dictionary.getArray('ByteRange', resolve) ?? [])]
    const isTimestamp = dictionary.getName('SubFilter', resolve)?.value === 'ETSI.RFC3161'
    return [
      {
        field: field.name,
        kind: isTimestamp ? ('timestamp' as const) : ('signature' as const),
        dictionary,
        cms: readCms(value.bytes),
        ...contentOf(
          bytes,
          range.map(part => (part instanceof PdfNumber ? part.value : -1)),
        ),
      },
    ]
  })
}

export const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest())
