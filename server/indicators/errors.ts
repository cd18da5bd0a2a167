import { SamskriftError } from '../errors.ts'

export type NotATableReason =
  | 'empty'
  | 'zip'
  | 'pdf'
  | 'html'
  | 'binary'
  /** No comma, semicolon or tab in the first line. */
  | 'one-column'
  /** .xls of Excel 97–2003. */
  | 'old-excel'
  /** .xlsb. */
  | 'binary-excel'
  | 'opendocument'
  /** It opens with a password. */
  | 'encrypted'
  | 'broken-archive'
  | 'broken-workbook'
  /** It expands to more than any table of figures. */
  | 'too-much-inside'
  | 'too-wide'
  | 'no-such-sheet'

/** The file cannot be read as rows of cells; nothing of it was stored. */
export class NotATableError extends SamskriftError {
  readonly code = 'not-a-table'
  constructor(readonly reason: NotATableReason) {
    super(`not a table: ${reason}`)
  }
}

/** The file says who somebody is; nothing of it was stored, and the error does not repeat it. */
export class PersonDataError extends SamskriftError {
  readonly code = 'person-data'
  constructor(
    readonly kind: 'person-number' | 'name',
    /** First place where it stands; line 0 for what a workbook keeps outside its sheets. */
    readonly place: { sheet: string; line: number; column: string },
  ) {
    super(`${kind} at line ${place.line}`)
  }
}

/** Nobody has said how the file's columns are to be read. */
export class NoLayoutError extends SamskriftError {
  readonly code = 'no-layout'
}

/** The layout that was sent is none, or does not fit the file. */
export class InvalidLayoutError extends SamskriftError {
  readonly code = 'invalid-layout'
}

/** The import was undone before. */
export class AlreadyUndoneError extends SamskriftError {
  readonly code = 'already-undone'
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

/** Rows of the file are wrong, and nobody has said that the others shall be imported without them. */
export class ImportHasErrorsError extends SamskriftError {
  readonly code = 'import-has-errors'
  constructor(readonly errorCount: number) {
    super(`${errorCount} errors in the file`)
  }
}
