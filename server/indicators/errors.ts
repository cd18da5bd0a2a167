import { SamskriftError } from '../errors.ts'

export type NotCsvReason =
  | 'empty'
  | 'spreadsheet'
  | 'zip'
  | 'pdf'
  | 'html'
  | 'binary'
  /** No comma, semicolon or tab in the first line. */
  | 'one-column'

/** The file is something else than separated text; nothing of it was stored. */
export class NotCsvError extends SamskriftError {
  readonly code = 'not-csv'
  constructor(readonly reason: NotCsvReason) {
    super(`not a CSV file: ${reason}`)
  }
}

/** From this line on nobody can tell where a cell ends, so the rest of the file is not read. */
export class CsvSyntaxError extends SamskriftError {
  constructor(
    readonly code: 'broken-quotes' | 'row-too-long',
    /** Line where the broken row begins, from 1. */
    readonly line: number,
  ) {
    super(`${code} at line ${line}`)
  }
}

export class FileTooLargeError extends SamskriftError {
  readonly code = 'file-too-large'
  constructor(
    readonly size: number,
    readonly limit: number,
  ) {
    super(`${size} bytes, limit ${limit}`)
  }
}

export class UnknownSourceError extends SamskriftError {
  readonly code = 'unknown-source'
}

/** The draft was confirmed or discarded already, is older than a day, or belongs to somebody else. */
export class DraftGoneError extends SamskriftError {
  readonly code = 'draft-gone'
}

/** The same file was imported before and would change nothing. */
export class AlreadyImportedError extends SamskriftError {
  readonly code = 'already-imported'
  constructor(readonly importId: string) {
    super(`already imported as ${importId}`)
  }
}

/** Rows of the file are wrong. A file is imported whole or not at all. */
export class ImportHasErrorsError extends SamskriftError {
  readonly code = 'import-has-errors'
  constructor(readonly errorCount: number) {
    super(`${errorCount} errors in the file`)
  }
}
