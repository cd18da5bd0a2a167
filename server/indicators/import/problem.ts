/** Keeps a row from being imported, or with a header's code the whole file. */
export type ErrorCode =
  | 'missing-column'
  | 'no-year-column'
  | 'duplicate-column'
  | 'future-year'
  | 'no-rows'
  | 'broken-quotes'
  | 'row-too-long'
  | 'cell-count'
  | 'missing-key'
  | 'key-too-long'
  | 'damaged-text'
  | 'duplicate-row'
  | 'wrong-unit'
  | 'not-a-number'
  | 'mixed-decimals'
  | 'not-an-integer'
  | 'out-of-range'
  | 'negative'
  | 'zero-denominator'
  | 'not-yes-or-no'
  | 'not-a-gender'
  | 'not-a-period'
  | 'missing-period'
  /** The layout's column names no period and nobody has said one. */
  | 'no-period'
  /** Two columns say the same thing of the same period; `value` is the first of them. */
  | 'same-value-column'
  | 'no-header'

/** Worth telling, stops nothing. */
export type NoticeCode =
  | 'encoding-windows-1252'
  | 'unknown-column'
  /** A column of the source that says nothing here: n for a year without a result. */
  | 'unused-column'
  | 'suppressed'
  /** The header has all the columns of another source; `value` is its id. */
  | 'other-source'
  /** Every share is at most 1, and some have decimals: 0,96 may be meant as 96 %. */
  | 'looks-like-fractions'
  /** A row that the source's layout leaves out. */
  | 'skipped-sum'
  /** A row with one text and no value. */
  | 'text-row'
  | 'hidden-sheet'
  /** A row that the spreadsheet does not show is read like any other. */
  | 'hidden-row'
  /** There are more sheets; `value` is the one that is read. */
  | 'one-of-several-sheets'
  | 'macros'

export interface ImportProblem {
  /** Line of the file, from 1. */
  line: number
  /** The column as the file's header writes it; empty when it is about the whole row or file. */
  column: string
  code: ErrorCode
  /** What the file says there, at most 100 characters; of `duplicate-row` the line of the first row. */
  value: string
}

export interface ImportNotice {
  code: NoticeCode
  /** How many cells or columns; line, column and value are the first one's. */
  count: number
  line: number
  column: string
  value: string
}

/** Wrong in the header or the file as a whole: then no row can be read. */
const OF_FILE = new Set<ErrorCode>([
  'missing-column',
  'no-year-column',
  'duplicate-column',
  'no-rows',
  'broken-quotes',
  'row-too-long',
  'no-period',
  'same-value-column',
  'no-header',
])

export const MAX_LISTED = 200
const MAX_NOTICES = 50
const MAX_VALUE = 100

/** Counts everything, keeps the first errors, so that a million bad rows take no more memory than a few. */
export class ProblemList {
  /** @param listed how many errors are kept */
  constructor(readonly listed = MAX_LISTED) {}

  readonly #errors: ImportProblem[] = []
  readonly #notices = new Map<string, ImportNotice>()
  #errorCount = 0
  #ofFile = 0
  readonly #rows = new Set<number>()
  #laterRows = 0

  get errorCount(): number {
    return this.#errorCount
  }

  /** The first ones in the order of the file. */
  get errors(): ImportProblem[] {
    return this.#errors.toSorted((a, b) => a.line - b.line).slice(0, this.listed)
  }

  get notices(): ImportNotice[] {
    return [...this.#notices.values()]
  }

  /** Rows can be left out and the rest imported: no error is about the file as a whole. */
  get onlyRows(): boolean {
    return this.#ofFile === 0
  }

  /** Rows with errors. */
  get rejectedRows(): number {
    return this.#rows.size + this.#laterRows
  }

  /** @param isHeader the error is in the header, so it is about the whole file */
  error(code: ErrorCode, line: number, column = '', value = '', isHeader = OF_FILE.has(code)): void {
    this.#errorCount += 1
    if (isHeader) this.#ofFile += 1
    else this.#rows.add(line)
    if (this.#errors.length < this.listed) this.#errors.push({ line, column, code, value: value.slice(0, MAX_VALUE) })
  }

  /**
   * Errors that are found after the last row, but stand earlier in the file.
   * @param count all of them, listed or not
   * @param about one per row, or the file as a whole
   */
  addLate(errors: ImportProblem[], count: number, about: 'rows' | 'file'): void {
    this.#errorCount += count
    this.#errors.push(...errors)
    if (about === 'file') this.#ofFile += count
    else this.#laterRows += count
  }

  /** One notice per code and column. */
  notice(code: NoticeCode, line: number, column = '', value = ''): void {
    const key = `${code}|${column}`
    const known = this.#notices.get(key)
    if (known) known.count += 1
    else if (this.#notices.size < MAX_NOTICES)
      this.#notices.set(key, { code, count: 1, line, column, value: value.slice(0, MAX_VALUE) })
  }
}
