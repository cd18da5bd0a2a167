import type { CommentThread } from '#editor/core/comment-thread.ts'
import type { ResolvedReport } from '#editor/core/resolved-report.ts'
import type { SigningPage } from '#editor/core/signing-page.ts'
import type { EmbeddedFile } from '#editor/pdf/draw/embed-files.ts'
import type { ArchiveFacts } from './archive/archive-facts.ts'
import type { ExportWish } from './exports.ts'
import type { RenderProgress } from './render-pdf.ts'

/** What the server tells a child process; sent once, with structured cloning. */
export interface RenderRequest extends Pick<ExportWish, 'format' | 'figures' | 'audience' | 'firstPage'> {
  resolved: ResolvedReport
  /** The text that was stored when the report was locked; not there for a draft. */
  stored?: string
  images: Map<string, Uint8Array>
  /** What is said about a draft, for its appendix; not there where none is asked for. */
  threads?: CommentThread[]
  /** Makes the file one for signatures: its last page holds their fields. */
  signing?: SigningPage
  /** What the PDF carries beside its sources. */
  attached?: EmbeddedFile[]
  /** What an archive package says beside the report; there where that is the format. */
  archive?: ArchiveFacts
}

/** What a child process tells the server; `done` or `failed` is the last. */
export type RenderMessage =
  | { type: 'progress'; progress: RenderProgress }
  | { type: 'done'; bytes: Uint8Array }
  | { type: 'failed'; code: string; message: string; detail: string | null }
