import type { DocumentNode } from '#editor/core/document-node.ts'
import type { FigureRef } from '#editor/core/figure.ts'
import type { FragmentData } from '../collab/fragment-index.ts'
import type { HistoryJobs } from '../history/work/history-jobs.ts'
import type { LogData } from './log-data.ts'

/** What the worker thread can be asked; the wire between document-worker-client.ts and document-worker.ts. */
export interface Jobs extends HistoryJobs {
  fold: { input: FoldInput; output: FoldOutput }
  diff: { input: { state: Uint8Array; stateVector: Uint8Array }; output: Uint8Array }
  fragments: { input: { state: Uint8Array }; output: FragmentData }
  seedTexts: { input: SeedTextsInput; output: SeededTexts }
}

export type JobName = keyof Jobs

export interface FoldInput {
  state: Uint8Array
  /** Of the document, and of this program: never lower. */
  editorVersion: { from: number; to: number }
  /** Log rows in order of `seq`. */
  updates: (LogData & { seq: number })[]
  /** Sections of the report: a decoded Y.Doc does not know which of its roots are fragments. */
  sectionIds: string[]
  /** Of `sectionIds`: those to project even if no update touched them. */
  alwaysProject: string[]
  /** Which states to keep as versions: the one before the updates, the one after them. */
  keep: { before: boolean; after: boolean }
}

export interface FoldOutput {
  state: Uint8Array
  stateVector: Uint8Array
  deletions: Uint8Array
  /** Sections that the updates touched, and those of `alwaysProject`. */
  sections: ProjectedSection[]
  unusable: number[]
  /** The states to keep, as a version holds them. */
  kept: { before: Uint8Array | null; after: Uint8Array | null }
  /** The document before it was migrated: Yjs update V2, gzip. Null where it was not. */
  beforeMigration: Uint8Array | null
}

/** Texts that a new report begins with. */
export interface SeedTextsInput {
  sections: {
    id: string
    /** ProseMirror JSON of the text that it takes over; null where it begins empty. */
    text: DocumentNode | null
  }[]
  /** How many years later the new report is: data blocks move so far on. */
  years: number
  /** Ids of the copied images by those of the originals. */
  images: Record<string, string>
}

export interface SeededTexts {
  /** Yjs update V1. */
  state: Uint8Array
  stateVector: Uint8Array
  sections: ProjectedSection[]
  /** Sections whose text today's editor cannot show; nothing is seeded where there are any. */
  unreadable: string[]
}

export interface ProjectedSection {
  id: string
  /** ProseMirror JSON of the fragment, already serialised: the event loop has only to pass it on. */
  content: string
  plainText: string
  /** What it shows of the live data. */
  figures: FigureRef[]
}

export type JobRequest = { [N in JobName]: { job: N; input: Jobs[N]['input'] } }[JobName]

/** `ready` is said once, when the thread has loaded its code. */
export type JobReply = { ready: true } | { ok: true; output: Jobs[JobName]['output'] } | { ok: false; error: string }
