import { Base, type BaseBytes } from './base.ts'
import type { Origin } from './bus/bus-message.ts'
import { Clocks } from './clocks.ts'
import type { LogEntry } from './commit-queue.ts'
import { DeletedRanges } from './deleted-ranges.ts'
import type { FragmentIndex, Touched } from './fragment-index.ts'
import { bringsNoStructs, integrate } from './integrate.ts'
import { updateFrame } from './messages.ts'
import { PastRows } from './past-rows.ts'
import type { Receipt } from './receipt.ts'
import { isEmpty, readUpdate, type Update } from './update.ts'

export interface TailEntry extends LogEntry {
  /** `bytes` as a message; they share their memory. */
  readonly frame: Uint8Array
  /** Update messages that wait for this entry. */
  readonly receipts: Receipt[]
  /** How other nodes name it; null where there are none, and for what was read from the log. */
  readonly origin: Origin | null
  /** Another node took it in and commits it. */
  readonly isForeign: boolean
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
  /** Updates since `base`, in the order in which they came here; `seq` is set when they are committed. */
  tail: TailEntry[] = []
  /** Changes whenever `base` does. */
  base: Base
  clocks: Clocks
  private deleted: DeletedRanges | null = null
  /** Only while somebody is here who may not write everywhere. */
  private fragments: FragmentIndex | null = null
  /** Who wrote as which Yjs client since the room was opened. */
  private readonly writers = new Map<number, string>()
  private tailBytes = 0
  private incomplete = 0
  readonly past: PastRows

  /** @param recent places in the log that are in `base` or `logged` */
  constructor(base: BaseBytes, logged: { seq: number; data: Uint8Array }[], recent: readonly number[] = []) {
    this.base = new Base(base)
    this.past = new PastRows(recent)
    this.clocks = Clocks.decode(base.stateVector)
    for (const { seq, data } of logged) this.push({ ...entryOf(data, ''), seq })
    this.recount()
  }

  /** Stored state and tail, bytes. */
  get size(): number {
    return this.base.size + this.tailBytes
  }

  /** Of those that this node commits, which it does in order: when this entry is in, all before it are. */
  get lastUncommitted(): TailEntry | null {
    return this.tail.findLast(entry => entry.seq === null && !entry.isForeign) ?? null
  }

  /** Highest known place in the log, 0 if none is. */
  get lastSeq(): number {
    return this.tail.reduce((highest, { seq }) => Math.max(highest, seq ?? 0), 0)
  }

  judge(update: Update): Verdict {
    if (isEmpty(update)) return 'known'
    if (bringsNoStructs(update, this.clocks)) {
      if (update.deletions.length === 0) return 'known'
      const { deleted } = this
      // What everyone sends who comes back and has it all, and the room itself says to them.
      if (!deleted && isSame(update.bytes, this.base.knownDeletions)) return 'known'
      if (!deleted) return 'unsure'
      if (update.deletions.every(({ client, range }) => deleted.cover(client, range))) return 'known'
    }
    return integrate(update, this.clocks) ?? 'gap'
  }

  bringsDeletionsOnly(update: Update): boolean {
    return bringsNoStructs(update, this.clocks)
  }

  append(update: Update, moved: Map<number, number>, userId: string, from: Partial<Provenance> = {}): TailEntry {
    const entry = { ...entryOf(update.bytes, userId), ...from }
    this.push(entry)
    this.fragments?.add(update, this.clocks)
    for (const [client, clock] of moved) {
      this.clocks.advance(client, clock)
      this.writers.set(client, userId)
    }
    if (this.deleted) markDeleted(this.deleted, update)
    return entry
  }

  /** Something of the log that builds on what is not here. Nothing moves before {@link recount}. */
  appendIncomplete(update: Update, userId: string, from: Partial<Provenance>): TailEntry {
    const entry = { ...entryOf(update.bytes, userId), ...from }
    this.push(entry)
    this.incomplete += 1
    return entry
  }

  /** Something in the tail builds on what is not here. */
  get isIncomplete(): boolean {
    return this.incomplete > 0
  }

  /** @param deletions of `base`: what {@link Documents.diff} would say for its own state vector */
  learnDeletions(deletions: Uint8Array): void {
    this.deleted = new DeletedRanges()
    for (const bytes of [deletions, ...this.tail.map(entry => entry.bytes)])
      markDeleted(this.deleted, readUpdate(bytes))
  }

  /** They are more than the index knows: it is built anew when it is needed. */
  forgetDeletions(): void {
    this.deleted = null
  }

  /** The clocks of a stored state that holds more than came through here. */
  catchUp(clocks: Clocks): void {
    this.clocks.merge(clocks)
    this.forgetFragments()
  }

  /** Where an update writes that is new and fits; null before {@link RoomText.learnFragments} and deletions. */
  touched(update: Update): { written: Touched; deleted: Touched } | null {
    if (!this.fragments || !this.deleted) return null
    return this.fragments.touched(update, this.clocks, this.deleted)
  }

  /** @param fragments of `base` alone */
  learnFragments(fragments: FragmentIndex): void {
    this.replayTail((update, clocks) => fragments.add(update, clocks))
    this.fragments = fragments
  }

  forgetFragments(): void {
    this.fragments = null
  }

  /** Null where nobody has written as this Yjs client since the room was opened. */
  writerOf(client: number): string | null {
    return this.writers.get(client) ?? null
  }

  /** Takes entries back that were never committed. */
  remove(entries: Iterable<TailEntry>): void {
    const removed = new Set(entries)
    this.shorten(entry => !removed.has(entry))
    this.recount()
  }

  /**
   * `base` is the stored state from now on; the entries in it go. Its deletions are more than the updates spelled out:
   * what is written in a paragraph that somebody else deletes at the same time is deleted with it.
   */
  rebase(base: BaseBytes, stays: (entry: TailEntry) => boolean): void {
    this.base = new Base(base)
    this.shorten(stays)
    if (base.deletions && this.deleted) this.learnDeletions(base.deletions)
    if (this.isIncomplete) this.recount()
  }

  private shorten(stays: (entry: TailEntry) => boolean): void {
    const gone = this.tail.filter(entry => !stays(entry))
    this.past.add(gone.flatMap(entry => entry.seq ?? []))
    this.tail = this.tail.filter(stays)
    this.tailBytes = this.tail.reduce((sum, entry) => sum + entry.bytes.length, 0)
  }

  /** Takes clocks and deletions from what is here now; in between they only grow. */
  recount(): void {
    this.clocks = this.replayTail(integrate)
    this.deleted = null
    this.forgetFragments()
    if (this.base.knownDeletions) this.learnDeletions(this.base.knownDeletions)
  }

  /** @param apply says which clocks an update moves, null for a gap. @returns the clocks after all of it */
  private replayTail(apply: (update: Update, clocks: Clocks) => Map<number, number> | null): Clocks {
    const clocks = Clocks.decode(this.base.stateVector)
    let rest = this.tail.map(entry => readUpdate(entry.bytes))
    // Rows of several servers may stand in the log before what they build on: go round until nothing moves any more.
    for (let before = -1; before !== rest.length; ) {
      before = rest.length
      rest = rest.filter(update => {
        const moved = apply(update, clocks)
        for (const [client, clock] of moved ?? []) clocks.advance(client, clock)
        return moved === null
      })
    }
    this.incomplete = rest.length
    return clocks
  }

  private push(entry: TailEntry): void {
    this.tail.push(entry)
    this.tailBytes += entry.bytes.length
  }
}

const isSame = (a: Uint8Array, b: Uint8Array | null): boolean => b !== null && Buffer.compare(a, b) === 0

function markDeleted(deleted: DeletedRanges, { deletions }: Update): void {
  for (const { client, range } of deletions) deleted.add(client, range)
}

/** Where an entry comes from, if not from a client of this node. */
export interface Provenance {
  seq: number | null
  rights: string
  origin: Origin | null
  isForeign: boolean
}

function entryOf(update: Uint8Array, userId: string): TailEntry {
  const frame = updateFrame(update)
  return {
    userId,
    frame,
    bytes: frame.subarray(frame.length - update.length),
    seq: null,
    rights: '',
    receipts: [],
    origin: null,
    isForeign: false,
    takenAt: performance.now(),
  }
}
