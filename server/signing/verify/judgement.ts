import type { IssuedFile } from './issued.ts'
import type { PdfVerdict } from './pdf-verdict.ts'

/** What a file is, by what was issued and by what it says itself. */
export type JudgementKind =
  /** The finished file, byte for byte. */
  | 'finished'
  /** A finished file that some signatures were cut off. */
  | 'signatures-missing'
  /** Issued here, but the round of signatures is not over, or ended without a finished file. */
  | 'unfinished'
  /** Begins as an issued file; something was added afterwards. */
  | 'added-to'
  /** Not what was issued under the code. */
  | 'other-file'
  /** Not issued here; its signatures hold. */
  | 'foreign'
  /** Not issued here; its signatures hold, but nobody here vouches for who signed. */
  | 'foreign-untrusted'
  /** Not issued here as it is; its signatures do not hold, or it was altered after them. */
  | 'altered'
  /** It cannot be judged: `problem` says why. */
  | 'unreadable'

export interface Judgement {
  kind: JudgementKind
  /** SHA-256 of the file, lower-case hex. */
  sha256: string
  /** How many signatures it holds. */
  count: number
  /** What was issued, where that may be told. */
  issued: IssuedFile | null
  /** What the file says by itself; null where it cannot be read, or is not finished. */
  verdict: PdfVerdict | null
  /** Code of a VerifyError. */
  problem: string | null
}
