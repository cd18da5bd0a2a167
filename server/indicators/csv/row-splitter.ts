import { CsvSyntaxError } from '../errors.ts'
import type { Separator } from './separator.ts'

export interface CsvRow {
  /** Line of the file where the row begins, from 1. */
  line: number
  cells: string[]
}

/** Characters. A longer row is no row of figures, or a quote that somebody forgot to close. */
const MAX_ROW = 64 * 1024

const QUOTE = 0x22
const CR = 0x0d
const LF = 0x0a

/** The text ends in the middle of a row. */
const INCOMPLETE = Symbol('incomplete')

/**
 * Splits text that comes in pieces into rows of cells (RFC 4180; lines end with CRLF, LF or CR). Ours and not
 * csv-parse, which takes 30 µs for each row of another length than the first, gives wrong line numbers after a CRLF
 * inside quotes, and holds back the rows before an error.
 */
export class RowSplitter {
  #text = ''
  #at = 0
  #line = 1
  #ended = false
  readonly #separator: number

  constructor(separator: Separator) {
    this.#separator = separator.charCodeAt(0)
  }

  /**
   * The rows that are complete with this piece.
   * @throws CsvSyntaxError after the rows before the broken one
   */
  *push(piece: string): Generator<CsvRow> {
    this.#text = this.#text.slice(this.#at) + piece
    this.#at = 0
    while (this.#at < this.#text.length) {
      const line = this.#line
      const cells = this.#readRow()
      if (cells === INCOMPLETE) break
      yield { line, cells }
    }
    if (this.#text.length - this.#at <= MAX_ROW) return
    throw this.#text.includes('"', this.#at) ? this.#brokenQuotes() : new CsvSyntaxError('row-too-long', this.#line)
  }

  /** The last row, where the file does not end with a line end. */
  *end(): Generator<CsvRow> {
    this.#ended = true
    yield* this.push('')
  }

  #brokenQuotes(): CsvSyntaxError {
    return new CsvSyntaxError('broken-quotes', this.#line)
  }

  /** Reads the row at `#at` and moves behind it; where it is incomplete, nothing moves. */
  #readRow(): string[] | typeof INCOMPLETE {
    const cells: string[] = []
    let lineEnds = 0
    let at = this.#at
    for (;;) {
      const quoted = this.#text.charCodeAt(at) === QUOTE
      const end = quoted ? this.#endOfQuoted(at) : this.#endOfPlain(at)
      if (end === INCOMPLETE) return INCOMPLETE
      const cell = quoted ? this.#text.slice(at + 1, end - 1).replaceAll('""', '"') : this.#text.slice(at, end)
      if (!quoted && cell.includes('"')) throw this.#brokenQuotes()
      if (quoted) lineEnds += cell.match(/\r\n|\r|\n/g)?.length ?? 0
      cells.push(cell)
      at = end + 1
      const next = this.#text.charCodeAt(end)
      if (next === this.#separator) continue
      if (next !== CR && next !== LF && end < this.#text.length) throw this.#brokenQuotes()
      if (next === CR && at === this.#text.length && !this.#ended) return INCOMPLETE
      this.#at = next === CR && this.#text.charCodeAt(at) === LF ? at + 1 : at
      this.#line += lineEnds + 1
      return cells
    }
  }

  /** Index behind the closing quote of the cell that begins at `from`. */
  #endOfQuoted(from: number): number | typeof INCOMPLETE {
    for (let at = from + 1; ; at += 2) {
      at = this.#text.indexOf('"', at)
      if (at < 0 && this.#ended) throw this.#brokenQuotes()
      // A quote at the end of a piece may be the first of two.
      if (at < 0 || (at + 1 === this.#text.length && !this.#ended)) return INCOMPLETE
      if (this.#text.charCodeAt(at + 1) !== QUOTE) return at + 1
    }
  }

  /** Index of the separator or line end after the cell that begins at `from`. */
  #endOfPlain(from: number): number | typeof INCOMPLETE {
    for (let at = from; at < this.#text.length; at += 1) {
      const char = this.#text.charCodeAt(at)
      if (char === this.#separator || char === CR || char === LF) return at
    }
    return this.#ended ? this.#text.length : INCOMPLETE
  }
}
