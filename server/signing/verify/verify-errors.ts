import { SamskriftError } from '../../errors.ts'

/** Why a file cannot be judged at all. Each has a Swedish sentence on the page; none says anything of the content. */
export abstract class VerifyError extends SamskriftError {}

/** The file does not begin as a PDF does. */
export class NotPdfError extends VerifyError {
  readonly code = 'not-a-pdf'
}

/** It begins as a PDF, but its structure cannot be followed to the end: cut off, altered or written wrongly. */
export class DamagedPdfError extends VerifyError {
  readonly code = 'pdf-damaged'
}

export class PasswordProtectedError extends VerifyError {
  readonly code = 'pdf-password'
}

export class FileTooLargeError extends VerifyError {
  readonly code = 'file-too-large'
}

/** Something in it inflates to more than any report does. */
export class InflationLimitError extends VerifyError {
  readonly code = 'pdf-bomb'
}

/** A whole PDF without any signature. */
export class NoSignaturesError extends VerifyError {
  readonly code = 'no-signatures'
}

/** No file came: none was chosen, or the connection broke. */
export class BadUploadError extends VerifyError {
  readonly code = 'no-file'
}

/** A file came, with nothing in it. */
export class EmptyFileError extends VerifyError {
  readonly code = 'empty-file'
}

/** Somebody at that address has had many files checked in a short time. */
export class TooManyFilesError extends VerifyError {
  readonly code = 'too-many-files'
}

/** So many files are being checked that this one would wait too long. */
export class VerifyBusyError extends VerifyError {
  readonly code = 'verify-busy'
}

/** The check took too long, or too much memory. */
export class VerifyLimitError extends VerifyError {
  readonly code = 'verify-limit'
}

/** The check itself failed; the log says why. */
export class VerifyFailedError extends VerifyError {
  readonly code = 'verify-failed'
}

const KNOWN = [
  NotPdfError,
  DamagedPdfError,
  PasswordProtectedError,
  FileTooLargeError,
  InflationLimitError,
  NoSignaturesError,
]
const BY_CODE = new Map<string, (message: string) => VerifyError>(
  KNOWN.map(Known => [new Known().code, message => new Known(message)]),
)

/** The error that another process names by its code. */
export const errorOf = (code: string | null, message: string): VerifyError =>
  BY_CODE.get(code ?? '')?.(message) ?? new VerifyFailedError(message)
