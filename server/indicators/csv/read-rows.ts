import { finished } from 'node:stream/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type CsvError, parse } from 'csv-parse'
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

const occurrences = (cells: string[], lineEnd: RegExp): number =>
  cells.reduce((sum, cell) => sum + (cell.match(lineEnd)?.length ?? 0), 0)

/** Where rows begin. csv-parse counts where they end, and a CRLF inside quotes as two lines. */
class LineNumbers {
  #overcount = 0
  #emptyLines = 0
  /** Where a row after the last one, and after further empty lines, begins. */
  #next = 1

  /** @param info where the row ends, as csv-parse counts */
  startOf(cells: string[], info: { lines: number; empty_lines: number }): number {
    const start = info.lines - this.#overcount - occurrences(cells, /[\r\n]/g)
    this.#overcount += occurrences(cells, /\r\n/g)
    this.#next = info.lines - this.#overcount + 1
    this.#emptyLines = info.empty_lines
    return start
  }

  startOfBroken(error: CsvError): number {
    return this.#next + (Number(error.empty_lines) || this.#emptyLines) - this.#emptyLines
  }
}

/**
 * Reads rows in batches of about 32 kB, giving the event loop a turn after each. Rows with only empty cells and
 * Excel's "sep=;" line are left out. The first row is the header.
 * @throws CsvSyntaxError after the rows before the broken one
 */
export async function* readRows(bytes: Uint8Array, format: CsvFormat): AsyncGenerator<CsvRow[]> {
  const rows: CsvRow[] = []
  let failure: CsvError | undefined
  const lines = new LineNumbers()
  const parser = parse({
    delimiter: format.separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MAX_ROW,
    // Rows are collected here and not read from the stream, which would drop those before an error.
    on_record: (cells: string[], info) => {
      const line = lines.startOf(cells, info)
      if (!isBlank(cells) && !(line === 1 && /^sep=/i.test(cells[0] ?? ''))) rows.push({ line, cells })
      return null
    },
  })
  parser.on('error', error => {
    failure = error as CsvError
  })
  const take = (): CsvRow[] => rows.splice(0)
  for (const text of decodeText(bytes, format.encoding)) {
    if (text) await new Promise<void>(resolve => parser.write(text, () => resolve()))
    if (failure) break
    if (rows.length) yield take()
    await nextTurn()
  }
  if (!failure) {
    parser.end()
    parser.resume()
    await finished(parser).catch(() => {})
  }
  if (rows.length) yield take()
  if (failure)
    throw new CsvSyntaxError(
      failure.code === 'CSV_MAX_RECORD_SIZE' ? 'row-too-long' : 'broken-quotes',
      lines.startOfBroken(failure),
    )
}
