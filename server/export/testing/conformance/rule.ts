import type { PdfDraft } from './plant/pdf-draft.ts'
import type { PdfFile } from './read/pdf-file.ts'

/**
 * One thing that the standards ask of a file. `A` is ISO 19005-3 and `UA` ISO 14289-1, by clause and number of the test
 * in veraPDF's profiles; `M` is a failure condition of the Matterhorn Protocol 1.1; `P` is ISO 32000-1, which both rest
 * on; `S` is stricter than they are, so that the other rules see all that there is.
 */
export interface Rule {
  clauses: readonly [string, ...string[]]
  demands: string
  /** Where the file breaks it; empty for nowhere. */
  find(file: PdfFile): string[]
  /** Breaks it in a file that keeps it. */
  fault(draft: PdfDraft): void
}
