import { SamskriftError } from '../../errors.ts'

export type WordFault =
  /** More bytes than are taken. */
  | 'too-large'
  /** No Word file at all. */
  | 'not-word'
  /** Word 97–2003 (.doc). */
  | 'old-word'
  | 'password'
  | 'macros'
  /** It expands to more than anybody writes. */
  | 'too-much-inside'
  | 'broken'

/** A file that is not read, before anything of it is; `reason` says why. */
export class WordFileRefusedError extends SamskriftError {
  readonly code = 'word-file-refused'
  constructor(readonly reason: WordFault) {
    super(reason)
  }
}

/** By its code: the reader throws it outside what Next bundles, which has a class of its own. */
export const isWordFileRefused = (error: unknown): error is WordFileRefusedError =>
  error instanceof Error && 'code' in error && error.code === 'word-file-refused'
