import { loggableError } from '../documents/loggable-error.ts'
import { log } from '../log.ts'
import type { CommittedUpdate, SharedUpdate } from './bus/bus-message.ts'
import type { StoredUpdate } from './log-rows.ts'
import type { RoomText, TailEntry } from './room-text.ts'
import { readUpdate } from './update.ts'

/** What the room does with text that came from elsewhere. */
export interface Receiving {
  /** To everyone in the room. */
  spread(entry: TailEntry): void
  /** These are in the log; `seq` is set. */
  settled(entries: TailEntry[]): void
  /** These are in no log, nor will be. */
  dropped(entries: TailEntry[]): void
}

interface ParkedUpdate extends SharedUpdate {
  node: string
}

const key = (node: string, number: number): string => `${node}/${number}`

/**
 * Text that other nodes took in. It is in the room as soon as it comes over the bus, but not in the log before its node
 * has committed it: until then nothing here is called saved that may rest on it. The bus may lose it, repeat it or
 * bring it late; the log brings what is missing.
 */
export class ForeignUpdates {
  private readonly pending = new Map<string, TailEntry>()
  /** What builds on something that is not here: the log will bring that. */
  private parked: ParkedUpdate[] = []
  private parkedBytes = 0
  private readonly adopted = new WeakSet<TailEntry>()
  private readonly unreadable = new Set<number>()

  constructor(
    private readonly text: RoomText,
    private readonly room: Receiving,
    private readonly parkedLimit: number,
  ) {}

  /** Not known to be committed. */
  get entries(): TailEntry[] {
    return [...this.pending.values()]
  }

  /** @throws MalformedError */
  take(node: string, updates: readonly SharedUpdate[]): void {
    for (const update of updates) this.takeOne({ ...update, node })
    this.revisit()
  }

  /** @returns places in the log of what is not here */
  committed(committed: readonly CommittedUpdate[]): number[] {
    const settled: TailEntry[] = []
    const pendingOf = ({ origin }: CommittedUpdate) => this.pending.get(key(origin.node, origin.number))
    const lacking = new Set(this.lacking(committed.filter(update => !pendingOf(update)).map(({ seq }) => seq)))
    for (const update of committed) {
      const entry = pendingOf(update)
      // Of a row that is not here whole, nothing counts before the log has brought it: a place that is here is all here.
      if (!entry || lacking.has(update.seq)) continue
      entry.seq = update.seq
      this.forget(entry)
      settled.push(entry)
    }
    if (settled.length > 0) this.room.settled(settled)
    return [...lacking]
  }

  /** Of these places in the log, those that are not here. */
  lacking(seqs: readonly number[]): number[] {
    if (seqs.length === 0) return []
    const here = new Set(this.text.tail.map(entry => entry.seq))
    return seqs.filter(seq => !here.has(seq) && !this.unreadable.has(seq))
  }

  /** Of these places in the log, those that have never been here. All places below are known. */
  unseen(seqs: readonly number[]): number[] {
    return this.lacking(seqs.filter(seq => !this.text.past.has(seq)))
  }

  get seenUpTo(): number {
    return this.text.past.floor
  }

  /** Makes it this node's affair to commit the entry. @returns false where it is already */
  adopt(entry: TailEntry): boolean {
    if (this.adopted.has(entry)) return false
    this.adopted.add(entry)
    return true
  }

  isAdopted(entry: TailEntry): boolean {
    return this.adopted.has(entry)
  }

  /** Their report was locked before they were committed. */
  refused(node: string, numbers: readonly number[]): void {
    const entries = numbers.map(number => this.pending.get(key(node, number)))
    this.drop(entries.filter(entry => entry !== undefined))
  }

  drop(entries: TailEntry[]): void {
    if (entries.length === 0) return
    for (const entry of entries) this.forget(entry)
    this.room.dropped(entries)
  }

  /** No longer another node's affair: it is committed, or this node's attempt to do so failed. */
  forget({ origin }: TailEntry): void {
    if (origin) this.pending.delete(key(origin.node, origin.number))
  }

  takeRows(rows: readonly StoredUpdate[]): void {
    const settled: TailEntry[] = []
    for (const row of rows) {
      try {
        const entry = this.takeRow(row)
        if (entry) settled.push(entry)
      } catch (error) {
        // No node of ours has written it; the fold leaves it out too.
        this.unreadable.add(row.seq)
        log.error(
          { error: loggableError(error), reportId: row.reportId, seq: row.seq },
          'a row of the log cannot be read',
        )
      }
    }
    this.revisit()
    if (settled.length > 0) this.room.settled(settled)
  }

  /** The room knows more than before: what waited for that goes on. */
  revisit(): void {
    if (this.text.isIncomplete) this.text.recount()
    for (let before = -1; before !== this.parked.length; ) {
      before = this.parked.length
      const parked = this.parked
      this.parked = []
      this.parkedBytes = 0
      for (const update of parked) this.takeOne(update)
    }
  }

  private takeOne(shared: ParkedUpdate): void {
    const { node, number, userId, bytes } = shared
    if (this.pending.has(key(node, number))) return
    const update = readUpdate(bytes)
    const verdict = this.text.judge(update)
    if (verdict === 'known') return
    if (verdict === 'gap') {
      this.park(shared)
      return
    }
    // It may be here from the log already: deletions do not show in the clocks.
    if (verdict === 'unsure' && this.text.tail.some(entry => isSame(entry.bytes, bytes))) return
    const origin = { node, number }
    const moved = verdict === 'unsure' ? new Map<number, number>() : verdict
    const entry = this.text.append(update, moved, userId, { origin, isForeign: true })
    this.pending.set(key(node, number), entry)
    this.room.spread(entry)
  }

  private park(shared: ParkedUpdate): void {
    // Full: the log has it, or its client sends it again.
    if (this.parkedBytes + shared.bytes.length > this.parkedLimit) return
    if (this.parked.some(({ node, number }) => node === shared.node && number === shared.number)) return
    this.parked.push(shared)
    this.parkedBytes += shared.bytes.length
  }

  /** @returns the entry that is settled by it, or that it became */
  private takeRow({ seq, userId, data }: StoredUpdate): TailEntry | null {
    if (this.text.tail.some(entry => entry.seq === seq && isSame(entry.bytes, data))) return null
    const here = this.text.tail.find(entry => entry.seq === null && isSame(entry.bytes, data))
    if (here) {
      // This node's own row: its writer is about to hear that it is committed.
      if (!here.isForeign) return null
      here.seq = seq
      this.forget(here)
      return here
    }
    const update = readUpdate(data)
    const verdict = this.text.judge(update)
    const from = { seq, isForeign: true }
    const entry =
      verdict === 'gap'
        ? this.text.appendIncomplete(update, userId, from)
        : this.text.append(update, verdict instanceof Map ? verdict : new Map(), userId, from)
    if (verdict !== 'known') this.room.spread(entry)
    return entry
  }
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && Buffer.compare(a, b) === 0
