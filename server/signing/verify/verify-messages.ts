import type { PdfVerdict } from './pdf-verdict.ts'
import type { Trust } from './verify-pdf.ts'

/** What crosses between the server and the process that reads one file. */
export interface VerifyRequest {
  bytes: Uint8Array
  trust: Trust
}

export type VerifyMessage =
  | { type: 'done'; verdict: PdfVerdict }
  /** Of a VerifyError, or null for one that nobody foresaw; `message` is for the log and holds nothing of the file. */
  | { type: 'failed'; code: string | null; message: string }
