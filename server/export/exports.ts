import type { Finding } from '../checks/check.ts'
import type { RenderRequest } from './render-messages.ts'

export const EXPORT_FORMATS = ['pdf', 'docx', 'html', 'archive'] as const

export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** Who gets the file: the organisation itself, or everybody, without small numbers. */
export const AUDIENCES = ['internal', 'public'] as const

export type Audience = (typeof AUDIENCES)[number]

export interface ExportProgress {
  state: 'queued' | 'running' | 'done' | 'failed'
  /** What is done now, as a code that pages put into Swedish. */
  step: 'waiting' | 'resolving' | 'layout' | 'contents' | 'drawing' | 'packing' | 'done'
  /** 0 to 1. */
  share: number
  /** The first page is there to be looked at while the rest is made. */
  firstPage?: true
  /** Set when failed: `code` of the error. */
  errorCode: string | null
  /** Where the person can do something about it: what and where, e.g. signs that cannot be printed and their sections. */
  errorDetail?: string
}

export interface ExportJob {
  id: string
  reportId: string
  userId: string
  format: ExportFormat
  /** With an appendix that says where each figure came from. */
  figures: boolean
  /** With an appendix of what is said about the draft; none where it does not say. */
  comments?: boolean
  /** The organisation itself where it does not say. */
  audience?: Audience
  /** The first page is wanted ahead of the file, where it does not depend on what follows it. */
  firstPage?: boolean
  fileName: string
}

export type ExportWish = Omit<ExportJob, 'id' | 'fileName'>

/** Exports run in child processes, a few at a time, off the event loop of the co-editing server. */
export interface Exports {
  start(wish: ExportWish): Promise<ExportJob>
  job(id: string): ExportJob | null
  /** Calls `on` at once and at every step; returns a function that stops that. */
  watch(id: string, on: (progress: ExportProgress) => void): () => void
  /** Ends it; its watchers are told `render-stopped`. One that has ended stays as it is. */
  cancel(id: string): void
  /** Somebody seems about to export: what makes the file gets ready. */
  prepare(): void
  /** What must be known before the file is made. @throws NotFoundError, NotAllowedError */
  preflight(wish: Omit<ExportWish, 'figures' | 'comments'>): Promise<Finding[]>
  /** The finished file; null while it is not finished. */
  file(id: string): Promise<Uint8Array | null>
  /** A PDF of the first page alone, from when the progress says so; null where there is none. */
  firstPage(id: string): Uint8Array | null
  /** Waits in the same line for a file that belongs to no job: one that the server itself keeps. @throws RenderError */
  render(request: RenderRequest): Promise<Uint8Array>
  close(): Promise<void>
}
