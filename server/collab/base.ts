import { deletionsOfState } from './delete-set.ts'

export interface BaseBytes {
  state: Uint8Array
  stateVector: Uint8Array
  /** An update of nothing but the deletions of `state`, where it is known. */
  deletions?: Uint8Array | null
}

/**
 * The stored state that a room builds on, without decoding it. Its bytes are in the database: a room that nobody enters
 * lets go of them, and keeps what it needs to judge updates.
 */
export class Base {
  readonly stateVector: Uint8Array
  /** Of the state, bytes. */
  readonly size: number
  private bytes: Uint8Array | null
  private ofDeletions: Uint8Array | null

  constructor({ state, stateVector, deletions = null }: BaseBytes) {
    this.bytes = state
    this.size = state.length
    this.stateVector = stateVector
    this.ofDeletions = deletions
  }

  /** Null after {@link release}. */
  get state(): Uint8Array | null {
    return this.bytes
  }

  /** Null while they are neither known nor to be found in the bytes. */
  get deletions(): Uint8Array | null {
    if (!this.ofDeletions && this.bytes) this.ofDeletions = deletionsOfState(this.bytes)
    return this.ofDeletions
  }

  /** As {@link deletions}, where it costs nothing. */
  get knownDeletions(): Uint8Array | null {
    return this.ofDeletions
  }

  /** The database must have them. */
  release(): void {
    this.bytes = null
  }

  /** @param state the bytes that were released */
  restore(state: Uint8Array): void {
    this.bytes = state
  }
}
