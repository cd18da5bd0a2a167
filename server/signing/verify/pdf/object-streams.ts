import { DamagedPdfError } from '../verify-errors.ts'
import type { Inflater } from './inflate.ts'
import { PdfReader } from './pdf-reader.ts'
import { nameOf, PdfStream, type PdfValue } from './pdf-value.ts'

interface OpenStream {
  data: Uint8Array
  /** Offset in the data by number of the object. */
  offsets: Map<number, number>
}

/** Objects that are kept together in a compressed stream (ISO 32000-1, 7.5.7). */
export class ObjectStreams {
  private readonly open = new Map<number, OpenStream>()

  constructor(
    private readonly object: (num: number) => PdfValue,
    private readonly inflater: Inflater,
  ) {}

  /** @throws DamagedPdfError, InflationLimitError */
  read(container: number, num: number): PdfValue {
    const stream = this.open.get(container) ?? this.unpack(container)
    this.open.set(container, stream)
    const offset = stream.offsets.get(num)
    if (offset === undefined) throw new DamagedPdfError(`object ${num} is not in its stream`)
    return new PdfReader(stream.data, offset).value()
  }

  private unpack(container: number): OpenStream {
    const stream = this.object(container)
    if (!(stream instanceof PdfStream) || nameOf(stream.dict, 'Type') !== 'ObjStm')
      throw new DamagedPdfError('no object stream')
    const [count, first] = [stream.dict.get('N'), stream.dict.get('First')]
    const data = this.inflater.decode(stream)
    if (typeof count !== 'number' || typeof first !== 'number' || count * 2 > data.length || first > data.length)
      throw new DamagedPdfError('an object stream without its table')
    const table = new PdfReader(data)
    const offsets = new Map<number, number>()
    for (let i = 0; i < count; i++) {
      const num = table.natural()
      if (offsets.has(num)) throw new DamagedPdfError('an object twice in a stream')
      offsets.set(num, first + table.natural())
    }
    return { data, offsets }
  }
}
