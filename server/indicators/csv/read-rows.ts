import { setImmediate as nextTurn } from 'node:timers/promises'
import { NotCsvError } from '../errors.ts'
import { decodeText, detectEncoding, type Encoding } from './encoding.ts'
import { refuseOtherFormats } from './refuse-other-formats.ts'
import { type CsvRow, RowSplitter } from './row-splitter.ts'
import { detectSeparator, type Separator } from './separator.ts'

export interface CsvFormat {
  encoding: Encoding
  separator: Separator
}

/**
 * Looks at the head of the file only.
 * @throws NotCsvError
 */
export function detectFormat(bytes: Uint8Array): CsvFormat {
  refuseOtherFormats(bytes)
  const encoding = detectEncoding(bytes)
  const head = decodeText(bytes, encoding).next().value ?? ''
  const headerLine = head.split(/[\r\n]+/).find(line => line.trim() !== '')
  if (headerLine === undefined) throw new NotCsvError('empty')
  return { encoding, separator: detectSeparator(headerLine) }
}

const isBlank = (cells: string[]): boolean => cells.every(cell => cell.trim() === '')

const isHint = ({ line, cells }: CsvRow): boolean => line === 1 && /^sep=/i.test(cells[0] ?? '')

/**
 * Reads rows in batches of about 32 kB, giving the event loop a turn after each. Rows with only empty cells and
 * Excel's "sep=;" line are left out. The first row is the header.
 * @throws CsvSyntaxError after the rows before the broken one
 */
export async function* readRows(bytes: Uint8Array, format: CsvFormat): AsyncGenerator<CsvRow[]> {
  const splitter = new RowSplitter(format.separator)
  for (const text of piecesAndEnd(bytes, format.encoding)) {
    const rows: CsvRow[] = []
    let broken: unknown = null
    try {
      for (const row of text === null ? splitter.end() : splitter.push(text))
        if (!isBlank(row.cells) && !isHint(row)) rows.push(row)
    } catch (error) {
      broken = error
    }
    if (rows.length) yield rows
    if (broken) throw broken
    await nextTurn()
  }
}

function* piecesAndEnd(bytes: Uint8Array, encoding: Encoding): Generator<string | null> {
  yield* decodeText(bytes, encoding)
  yield null
}
