/** Work on Yjs documents that must not run on the event loop: it happens in a worker thread. */
export interface Documents {
  /**
   * Folds the log of a report into its stored state and brings the projection (`section_text`) to the end of the log.
   * @returns the log position that state and projection now show, and the log rows that were folded
   */
  fold(reportId: string): Promise<FoldResult>
  close(): Promise<void>
}

export interface FoldResult {
  seq: number
  /** Log positions folded now; empty when there was nothing to do. */
  folded: number[]
  /** The stored state after folding (Yjs update V1) and its state vector. */
  state: Uint8Array
  stateVector: Uint8Array
}
