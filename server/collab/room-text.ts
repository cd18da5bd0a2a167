import { Clocks } from './clocks.ts'
import type { LogEntry } from './commit-queue.ts'
import type { Connection } from './connection.ts'
import { DeletedRanges } from './deleted-ranges.ts'
import { bringsNoStructs, integrate } from './integrate.ts'
import { updateFrame } from './messages.ts'
import { isEmpty, readUpdate, type Update } from './update.ts'

export interface TailEntry extends LogEntry {
  /** `bytes` as a message; they share their memory. */
  readonly frame: Uint8Array
  /** Update messages that are settled together with this entry. */
  readonly senders: { connection: Connection; message: number }[]
}

/** What the stored state is, without decoding it. */
export interface Base {
  state: Uint8Array
  stateVector: Uint8Array
  /** An update of nothing but the deletions of `state`; null while no one needed it. */
  deletions: Uint8Array | null
}

export type Verdict =
  /** Nothing in it that the room does not have. */
  | 'known'
  /** No new structs; whether its deletions are new, the room cannot tell before {@link RoomText.learnDeletions}. */
  | 'unsure'
  /** Builds on something that is missing here. */
  | 'gap'
  /** New, and the clocks it moves. */
  | Map<number, number>

/** A report's text as bytes: the stored state, the updates since, and just enough of an index to judge new ones. */
export class RoomText {
  /** Updates since `base`, oldest first: committed ones (`seq` is set), then those on their way. */
  tail: TailEntry[] = []
  /** Changes whenever `base` does. */
  base: Base
  clocks: Clocks
  private deleted: DeletedRanges | null = null
  private tailBytes = 0

  constructor(base: Base, logged: { seq: number; data: Uint8Array }[]) {
    this.base = base
    this.clocks = Clocks.decode(base.stateVector)
    for (const { seq, data } of logged) this.push({ ...entryOf(data, ''), seq })
    this.recount()
  }

  /** Stored state and tail, bytes. */
  get size(): number {
    return this.base.state.length + this.tailBytes
  }

  /** Commits happen in order: when this entry is in, all before it are. */
  get lastUncommitted(): TailEntry | null {
    const last = this.tail.at(-1)
    return last && last.seq === null ? last : null
  }

  judge(update: Update): Verdict {
    if (isEmpty(update)) return 'known'
    if (bringsNoStructs(update, this.clocks)) {
      if (update.deletions.length === 0) return 'known'
      const { deleted } = this
      if (!deleted) return 'unsure'
      if (update.deletions.every(({ client, range }) => deleted.cover(client, range))) return 'known'
    }
    return integrate(update, this.clocks) ?? 'gap'
  }

  bringsDeletionsOnly(update: Update): boolean {
    return bringsNoStructs(update, this.clocks)
  }

  append(update: Update, moved: Map<number, number>, userId: string): TailEntry {
    const entry = entryOf(update.bytes, userId)
    this.push(entry)
    for (const [client, clock] of moved) this.clocks.advance(client, clock)
    if (this.deleted) markDeleted(this.deleted, update)
    return entry
  }

  /**
   * Takes a committed update in, before those that are still on their way: it builds on none of them.
   * @returns null where it builds on something that is missing here
   */
  insertCommitted(update: Update, seq: number): TailEntry | null {
    const moved = integrate(update, this.clocks)
    if (!moved) return null
    const entry = { ...entryOf(update.bytes, ''), seq }
    const uncommitted = this.tail.findIndex(other => other.seq === null)
    // A new array: the answers to clients that join are cached by it.
    this.tail = this.tail.toSpliced(uncommitted < 0 ? this.tail.length : uncommitted, 0, entry)
    this.tailBytes += entry.bytes.length
    for (const [client, clock] of moved) this.clocks.advance(client, clock)
    if (this.deleted) markDeleted(this.deleted, update)
    return entry
  }

  /** @param deletions of `base`: what {@link Documents.diff} says for its own state vector */
  learnDeletions(deletions: Uint8Array): void {
    this.base.deletions = deletions
    this.deleted = new DeletedRanges()
    for (const bytes of [deletions, ...this.tail.map(entry => entry.bytes)])
      markDeleted(this.deleted, readUpdate(bytes))
  }

  /** They are more than the index knows: it is built anew when it is needed. */
  forgetDeletions(): void {
    this.deleted = null
  }

  /** Takes entries back that were never committed. */
  remove(entries: Iterable<TailEntry>): void {
    const removed = new Set(entries)
    this.rebase(this.base, entry => !removed.has(entry))
    this.recount()
  }

  /**
   * `base` is the stored state from now on; the entries in it go. Its deletions are more than the updates spelled out:
   * what is written in a paragraph that somebody else deletes at the same time is deleted with it.
   */
  rebase({ state, stateVector, deletions }: Base, stays: (entry: TailEntry) => boolean): void {
    this.base = { state, stateVector, deletions }
    this.tail = this.tail.filter(stays)
    this.tailBytes = this.tail.reduce((sum, entry) => sum + entry.bytes.length, 0)
    if (deletions && this.deleted) this.learnDeletions(deletions)
  }

  /** Takes clocks and deletions from what is here now; in between they only grow. */
  recount(): void {
    this.clocks = Clocks.decode(this.base.stateVector)
    let rest = this.tail.map(entry => readUpdate(entry.bytes))
    // Rows of several servers may stand in the log before what they build on: go round until nothing moves any more.
    for (let before = -1; before !== rest.length; ) {
      before = rest.length
      rest = rest.filter(update => {
        const moved = integrate(update, this.clocks)
        for (const [client, clock] of moved ?? []) this.clocks.advance(client, clock)
        return moved === null
      })
    }
    this.deleted = null
    if (this.base.deletions) this.learnDeletions(this.base.deletions)
  }

  private push(entry: TailEntry): void {
    this.tail.push(entry)
    this.tailBytes += entry.bytes.length
  }
}

function markDeleted(deleted: DeletedRanges, { deletions }: Update): void {
  for (const { client, range } of deletions) deleted.add(client, range)
}

function entryOf(update: Uint8Array, userId: string): TailEntry {
  const frame = updateFrame(update)
  return { userId, frame, bytes: frame.subarray(frame.length - update.length), seq: null, senders: [] }
}
