import * as Y from 'yjs'
import type { Base } from './base.ts'
import { Clocks } from './clocks.ts'
import { SYNCED_FRAME, updateFrameOf } from './messages.ts'
import type { TailEntry } from './room-text.ts'
import type { Shelved, StateShelf } from './state-shelf.ts'

/** Up to this size a diff takes less than 1 ms on the event loop, and less than asking the worker. */
const SMALL = 32 * 1024
/** Distinct state vectors remembered per stored state. */
const MOST_CACHED = 64

export type Diff = (state: Uint8Array, stateVector: Uint8Array) => Promise<Uint8Array>

/**
 * Answers to sync step 1: what the stored state has more than the client, then the updates since, as they are.
 *
 * Only the first part depends on the client, and it changes only when the log is folded. So a storm of clients that
 * come back after a break is answered from memory: those that have nothing get the stored bytes, those that have
 * everything get the deletions, and the rest share one diff per state vector.
 */
export class SyncReplies implements Shelved {
  private base: Base
  private baseClocks: Clocks | null = null
  /** By state vector; made when it is needed, which in most reports it never is. */
  private diffs: Map<string, Uint8Array | Promise<Uint8Array>> | null = null
  /** Somebody has needed the bytes of the state. */
  private wanted = false
  private tail: { of: TailEntry[]; length: number; frames: Uint8Array } | null = null

  constructor(
    base: Base,
    private readonly diff: Diff,
    private readonly shelf: StateShelf,
  ) {
    this.base = base
    shelf.keep(this)
  }

  rebase(base: Base): void {
    this.release()
    this.base = base
    this.shelf.keep(this)
  }

  /** Lets go of all that can be had again. */
  release(): void {
    this.base.release()
    this.wanted = false
    this.baseClocks = null
    this.diffs = null
    this.tail = null
  }

  /** @param state the bytes that were released */
  restore(state: Uint8Array): void {
    this.base.restore(state)
    this.shelf.keep(this)
  }

  /**
   * @returns buffers of frames, at once or when the worker has made the diff; they are shared between all clients. Null
   *   where the bytes of the state were released: to be asked again when they are restored
   * @throws MalformedError
   */
  reply(stateVector: Uint8Array, tail: TailEntry[]): Uint8Array[] | Promise<Uint8Array[]> | null {
    const first = this.firstPart(stateVector)
    if (!first) return null
    this.shelf.keep(this)
    const rest = this.rest(tail)
    return first instanceof Promise
      ? first.then(update => [...updateFrameOf(update), rest])
      : [...updateFrameOf(first), rest]
  }

  private firstPart(stateVector: Uint8Array): Uint8Array | Promise<Uint8Array> | null {
    const clocks = Clocks.decode(stateVector)
    const { state } = this.base
    this.baseClocks ??= Clocks.decode(this.base.stateVector)
    if (clocks.cover(this.baseClocks) && !this.baseClocks.isEmpty) {
      const { deletions } = this.base
      // Everyone comes back to what they have, to hundreds of reports at once: no need to hold all of them.
      if (!this.wanted) this.base.release()
      return deletions
    }
    this.wanted = true
    if (clocks.isEmpty) return state
    return state && this.diffFor(state, stateVector)
  }

  private diffFor(state: Uint8Array, stateVector: Uint8Array): Uint8Array | Promise<Uint8Array> {
    const key = Buffer.from(stateVector).toString('latin1')
    this.diffs ??= new Map()
    const { diffs } = this
    const cached = diffs.get(key)
    if (cached) return cached
    const diff = state.length <= SMALL ? Y.diffUpdate(state, stateVector) : this.diff(state, stateVector)
    if (diffs.size >= MOST_CACHED) diffs.clear()
    diffs.set(key, diff)
    if (diff instanceof Promise) {
      diff.then(
        update => diffs.get(key) === diff && diffs.set(key, update),
        () => diffs.get(key) === diff && diffs.delete(key),
      )
    }
    return diff
  }

  private rest(tail: TailEntry[]): Uint8Array {
    if (this.tail?.of !== tail || this.tail.length !== tail.length) {
      const frames = Buffer.concat([...tail.map(entry => entry.frame), SYNCED_FRAME])
      this.tail = { of: tail, length: tail.length, frames }
    }
    return this.tail.frames
  }
}
