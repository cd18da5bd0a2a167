import { inflateSync } from 'node:zlib'
import { DamagedPdfError, InflationLimitError } from '../verify-errors.ts'
import { isDict, PdfName, type PdfStream, type PdfValue } from './pdf-value.ts'

/** Bytes that what is read of a file may inflate to together: cross-references, objects, evidence. Pages are not read. */
const LIMIT = 64 * 2 ** 20

const only = (value: PdfValue | undefined): PdfValue | undefined =>
  Array.isArray(value) && value.length === 1 ? value[0] : value

/** Undoes filters of streams that hold structure and evidence, within one limit for the whole file. */
export class Inflater {
  /** By place in the file: each state of a document reads the same streams. */
  private readonly known = new Map<string, Uint8Array>()

  constructor(private left = LIMIT) {}

  /** @throws InflationLimitError, DamagedPdfError for filters that such streams never have */
  decode(stream: PdfStream): Uint8Array {
    const place = `${stream.raw.byteOffset}:${stream.raw.length}`
    const data = this.known.get(place) ?? this.unfilter(stream)
    this.known.set(place, data)
    return data
  }

  private unfilter({ dict, raw }: PdfStream): Uint8Array {
    const filter = only(dict.get('Filter'))
    if (filter === undefined || filter === null) return raw
    if (!(filter instanceof PdfName) || filter.value !== 'FlateDecode') throw new DamagedPdfError('an unknown filter')
    const inflated = this.inflate(raw)
    const parameters = only(dict.get('DecodeParms'))
    const number = (key: string, otherwise: number): number => {
      const value = isDict(parameters) ? parameters.get(key) : undefined
      return typeof value === 'number' ? value : otherwise
    }
    const predictor = number('Predictor', 1)
    if (predictor === 1) return inflated
    if (predictor < 10 || number('Colors', 1) !== 1 || number('BitsPerComponent', 8) !== 8)
      throw new DamagedPdfError('an unknown predictor')
    return unpredict(inflated, number('Columns', 1))
  }

  private inflate(raw: Uint8Array): Uint8Array {
    try {
      const inflated = inflateSync(raw, { maxOutputLength: Math.max(1, this.left) })
      this.left -= inflated.length
      return inflated
    } catch (error) {
      if (error instanceof RangeError) throw new InflationLimitError(`more than ${LIMIT} bytes inside`)
      throw new DamagedPdfError('a stream that cannot be inflated')
    }
  }
}

/** Predictors of PNG, None to Up and Sub, which are what files of structure use (RFC 2083, 6). */
function unpredict(data: Uint8Array, columns: number): Uint8Array {
  if (!Number.isInteger(columns) || columns < 1 || data.length % (columns + 1)) throw new DamagedPdfError('odd rows')
  const rows = data.length / (columns + 1)
  const out = new Uint8Array(rows * columns)
  for (let row = 0; row < rows; row++) {
    const kind = data[row * (columns + 1)] ?? 0
    if (kind > 2) throw new DamagedPdfError('an unknown predictor')
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column
      const left = column > 0 ? (out[at - 1] ?? 0) : 0
      const above = row > 0 ? (out[at - columns] ?? 0) : 0
      out[at] = (data[row * (columns + 1) + 1 + column] ?? 0) + (kind === 1 ? left : kind === 2 ? above : 0)
    }
  }
  return out
}
