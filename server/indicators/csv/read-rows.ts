import { setImmediate as nextTurn } from 'node:timers/promises'
import { type CsvError, type Parser, parse } from 'csv-parse'
import { CsvSyntaxError, NotCsvError } from '../errors.ts'
import { decodeText, detectEncoding, type Encoding } from './encoding.ts'
import { refuseOtherFormats } from './refuse-other-formats.ts'
import { detectSeparator, type Separator } from './separator.ts'

export interface CsvRow {
  /** Line of the file where the row begins, from 1. */
  line: number
  cells: string[]
}

export interface CsvFormat {
  encoding: Encoding
  separator: Separator
}

/** Bytes. A longer row is a quote that somebody forgot to close. */
const MAX_ROW = 64 * 1024

/** Bytes. */
const SLICE = 8 * 1024

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

/** Lines that a row spans: one, and one for every line end inside quotes. */
function linesOf(cells: string[]): number {
  let lines = 1
  for (const cell of cells) if (cell.includes('\n') || cell.includes('\r')) lines += cell.split(/\r\n|\r|\n/).length - 1
  return lines
}

/**
 * Moves what the parser has read so far to `rows`.
 * @param line where the first of them begins
 * @returns where the next one begins; csv-parse's own line numbers count a CRLF inside quotes twice
 */
function takeRows(parser: Parser, line: number, rows: CsvRow[]): number {
  let next = line
  for (let cells: string[] | null = parser.read(); cells; cells = parser.read()) {
    const isHint = next === 1 && /^sep=/i.test(cells[0] ?? '')
    if (!isHint && !isBlank(cells)) rows.push({ line: next, cells })
    next += linesOf(cells)
  }
  return next
}

/** Pieces of UTF-8 so small that a stream's list of waiting rows stays short: it takes quadratic time to empty. */
function* slices(text: string): Generator<Uint8Array> {
  const bytes = Buffer.from(text)
  for (let from = 0; from < bytes.length; from += SLICE) yield bytes.subarray(from, from + SLICE)
}

/**
 * Reads rows in batches of about 32 kB, giving the event loop a turn after each. Rows with only empty cells and
 * Excel's "sep=;" line are left out. The first row is the header.
 * @throws CsvSyntaxError after the rows before the broken one
 */
export async function* readRows(bytes: Uint8Array, format: CsvFormat): AsyncGenerator<CsvRow[]> {
  const parser = parse({
    delimiter: format.separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: MAX_ROW,
  })
  // Read from `errored` below, when the rows before the error are out: iterating over the parser would lose them.
  parser.on('error', () => {})
  let line = 1
  for (const text of decodeText(bytes, format.encoding)) {
    const rows: CsvRow[] = []
    for (const slice of slices(text)) {
      if (parser.errored) break
      parser.write(slice)
      line = takeRows(parser, line, rows)
    }
    if (rows.length) yield rows
    if (parser.errored) break
    await nextTurn()
  }
  if (!parser.errored) {
    const rows: CsvRow[] = []
    await new Promise<void>(resolve => parser.end(() => resolve()))
    line = takeRows(parser, line, rows)
    if (rows.length) yield rows
  }
  if (parser.errored) {
    const { code } = parser.errored as CsvError
    throw new CsvSyntaxError(code === 'CSV_MAX_RECORD_SIZE' ? 'row-too-long' : 'broken-quotes', line)
  }
}
