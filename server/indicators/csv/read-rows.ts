import { setImmediate as nextTurn } from 'node:timers/promises'
import { NotATableError } from '../errors.ts'
import { isBlank } from '../table/table.ts'
import { BYTES_PER_CHUNK, decodeText, detectEncoding, type Encoding } from './encoding.ts'
import { refuseOtherFormats } from './refuse-other-formats.ts'
import { type CsvRow, RowSplitter } from './row-splitter.ts'
import { detectSeparator, type Separator } from './separator.ts'

export interface CsvFormat {
  encoding: Encoding
  separator: Separator
}

/**
 * Looks at the head of the file only.
 * @throws NotATableError
 */
export function detectFormat(bytes: Uint8Array): CsvFormat {
  refuseOtherFormats(bytes)
  const encoding = detectEncoding(bytes)
  const head = decodeText(bytes, encoding).next().value ?? ''
  const headerLine = head.split(/[\r\n]+/).find(line => line.trim() !== '')
  if (headerLine === undefined) throw new NotATableError('empty')
  return { encoding, separator: detectSeparator(headerLine) }
}

const isHint = ({ line, cells }: CsvRow): boolean => line === 1 && /^sep=/i.test(cells[0] ?? '')

/**
 * Reads rows in batches of about 32 kB, giving the event loop a turn after each. Rows with only empty cells and
 * Excel's "sep=;" line are left out.
 * @param onShare told how much of the file is read, 0 to 1
 * @throws CsvSyntaxError after the rows before the broken one
 */
export async function* readRows(
  bytes: Uint8Array,
  format: CsvFormat,
  onShare: (share: number) => void = () => {},
): AsyncGenerator<CsvRow[]> {
  const splitter = new RowSplitter(format.separator)
  let read = 0
  for (const text of piecesAndEnd(bytes, format.encoding)) {
    const rows: CsvRow[] = []
    let broken: unknown = null
    try {
      for (const row of text === null ? splitter.end() : splitter.push(text))
        if (!isBlank(row.cells) && !isHint(row)) rows.push(row)
    } catch (error) {
      broken = error
    }
    read += BYTES_PER_CHUNK
    onShare(Math.min(1, read / bytes.length))
    if (rows.length) yield rows
    if (broken) throw broken
    await nextTurn()
  }
}

function* piecesAndEnd(bytes: Uint8Array, encoding: Encoding): Generator<string | null> {
  yield* decodeText(bytes, encoding)
  yield null
}
