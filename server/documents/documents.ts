import type { Tx } from '#db/client.ts'
import type { FragmentData } from '../collab/fragment-index.ts'
import type { HistoryWorker } from '../history/history-worker.ts'
import type { SeededTexts, SeedTextsInput } from './jobs.ts'

/** Work on Yjs documents that must not run on the event loop: it happens in a worker thread. */
export interface Documents {
  /**
   * Folds the log of a report into its stored state and brings the projection (`section_text`) to the end of the log.
   * A document that was stored by an earlier editor version is migrated, and kept as it was among the versions.
   *
   * Takes a key share lock on the report, then locks its document. A caller that holds the report in a transaction
   * FOR UPDATE must pass that transaction as `within`: alone, the fold would wait for it for ever. FOR NO KEY UPDATE
   * does not stand in its way.
   *
   * @returns the log position that state and projection now show, and the log rows that were folded
   * @throws DocumentMissingError, DocumentNewerError, DocumentWorkerTimeoutError, DocumentWorkerFailedError, or the database's error;
   *   nothing is stored then
   */
  fold(reportId: string, within?: Tx): Promise<FoldResult>
  /**
   * Folds every report that has log rows left, e.g. from a process that was killed, or waits for a migration. One report that cannot be folded
   * is logged and does not stop the others.
   * @returns how many were folded
   */
  foldPending(): Promise<number>
  /**
   * What a document in `state` has that one with `stateVector` lacks, as a Yjs update V1. It always carries all
   * deletions, because a state vector does not tell which of them are known.
   * @throws DocumentWorkerTimeoutError, DocumentWorkerFailedError
   */
  diff(state: Uint8Array, stateVector: Uint8Array): Promise<Uint8Array>
  /**
   * Which root fragment each clock tick of a stored state is in: what {@link FragmentIndex} is made of.
   * @throws DocumentWorkerTimeoutError, DocumentWorkerFailedError
   */
  fragments(state: Uint8Array): Promise<FragmentData>
  /**
   * The document of a new report that takes texts over, with its projection.
   * @throws DocumentWorkerTimeoutError, DocumentWorkerFailedError
   */
  seedTexts(input: SeedTextsInput): Promise<SeededTexts>
  /** Work on a report's past, in a thread of its own: it must not keep a fold waiting. */
  history: HistoryWorker
  close(): Promise<void>
}

export interface FoldResult {
  seq: number
  /** Log positions folded now; empty when there was nothing to do. */
  folded: number[]
  /** The stored state after folding (Yjs update V1) and its state vector. */
  state: Uint8Array
  stateVector: Uint8Array
  /** Of the stored state: it is another one after every fold that stored something, whichever process folded. */
  version: string
  /** That of the state that this fold began with. */
  versionBefore: string
  /** A Yjs update that holds nothing but the deletions of `state`; null when nothing had to be computed. */
  deletions: Uint8Array | null
  /** Of `folded`: rows that Yjs could not apply. They stay in the log and are in no state. Empty but for a bug. */
  unusable: number[]
}
