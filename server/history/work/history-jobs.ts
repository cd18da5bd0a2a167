import type { MarkedWords, MarkWordsInput } from '../../comments/work/mark-words.ts'
import type { ProjectedSection } from '../../documents/jobs.ts'
import type { LogData } from '../../documents/log-data.ts'
import type { Session } from '../session.ts'

/** What a worker thread can be asked about a report's past. */
export interface HistoryJobs {
  /** A state (Yjs update V1) as a version keeps it. */
  pack: { input: { state: Uint8Array }; output: Uint8Array }
  packMoment: { input: { source: MomentSource }; output: Uint8Array }
  /** Null for a section that holds something which no editor of ours writes. */
  read: { input: { source: MomentSource; sectionIds: string[] }; output: (ProjectedSection | null)[] }
  compare: {
    input: { before: MomentSource; after: MomentSource; sectionIds: string[] }
    /** SectionDiff[] as JSON. */
    output: string
  }
  restore: { input: RestoreInput; output: RestoreOutput }
  /** Yjs update V1 on top of the state; null for blocks that no editor of ours has. */
  append: { input: AppendInput; output: Uint8Array | null }
  mark: { input: MarkWordsInput; output: MarkedWords | null }
  sessions: { input: SessionsInput; output: Session[] }
}

/** What the document at a moment is made from. */
export type MomentSource = (
  | {
      packed: Uint8Array
      /** That the state, and the rows after it, were written by. */
      editorVersion: number
    }
  /** Yjs update V1, in the form of today's editor. */
  | { state: Uint8Array }
) & {
  /** Of log rows that may be missing in the state, in order of `seq`. What it has already does no harm. */
  updates: Uint8Array[]
}

export interface RestoreInput {
  /** The document as it is now, Yjs update V1. */
  state: Uint8Array
  source: MomentSource
  /** The sections to make as they were. */
  sectionIds: string[]
}

export interface AppendInput {
  /** The document as it is now, Yjs update V1. */
  state: Uint8Array
  sectionId: string
  /** ProseMirror JSON of {type: 'doc'}. */
  content: string
}

export interface RestoreOutput {
  /** Yjs update V1 on top of `state`; null where everything is as it was already. */
  update: Uint8Array | null
  /** Of the sections asked for, those that the update changes. */
  changed: string[]
  /** Sections that hold, or held, something which no editor of ours writes. Nothing is changed then. */
  unreadable: string[]
}

export interface SessionsInput {
  /** The document before the first row. */
  source: MomentSource
  /** Its log position. */
  seq: number
  rows: LogRow[]
  sectionIds: string[]
}

export interface LogRow extends LogData {
  seq: number
  userId: string | null
  /** ms since 1970. */
  at: number
}
