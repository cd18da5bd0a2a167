import type { Sql } from '#db/client.ts'
import { OutageLog } from '../outage-log.ts'
import { findLogRows, readLogRows, readLogStates, readSeqs, type StoredUpdate } from './log-rows.ts'
import type { Room } from './room.ts'
import type { RoomDirectory } from './room-directory.ts'
import type { RoomDocument } from './room-document.ts'
import type { TailEntry } from './room-text.ts'
import type { Tuning } from './tuning.ts'

/** Other nodes' rows are read together that are told of within so many ms. */
const WINDOW = 5
/** Places in the log are given out before the commit: a row may come so much later than its number says. */
const LATE = 10_000

/**
 * Brings into the open rooms what other nodes have written and the bus has not brought: at once where a node says that
 * it has committed something, otherwise by looking in the log now and then. And sees to it that what the bus brought
 * gets into the log, even if the node that took it in has died.
 */
export class LogWatch {
  /** Reports, by places of theirs in the log. */
  private readonly missing = new Map<number, string>()
  private readonly unchecked = new Set<string>()
  /** Folds of others after which all rows of a room were compared, {@link RoomDocument.foldsOfOthers}. */
  private readonly compared = new WeakMap<RoomDocument, number>()
  private readonly outage = new OutageLog('reading what other nodes have written')
  private readonly interval: NodeJS.Timeout
  private soon: NodeJS.Timeout | null = null
  private running = false
  private stopped = false

  constructor(
    private readonly sql: Sql,
    private readonly rooms: RoomDirectory,
    private readonly tuning: Pick<Tuning, 'logCheck' | 'foreignPatience' | 'adoptAfter'>,
    private readonly isAlive: (node: string) => boolean,
  ) {
    this.interval = setInterval(() => {
      for (const room of rooms.all()) this.check(room.reportId)
    }, tuning.logCheck).unref()
  }

  /** Rows of a report that are committed and not in its room here. */
  read(reportId: string, seqs: readonly number[]): void {
    for (const seq of seqs) this.missing.set(seq, reportId)
    if (seqs.length > 0) this.hurry()
  }

  /** Something of the report may have been missed. */
  check(reportId: string): void {
    this.unchecked.add(reportId)
    this.hurry()
  }

  stop(): void {
    this.stopped = true
    clearInterval(this.interval)
    if (this.soon) clearTimeout(this.soon)
  }

  private hurry(): void {
    if (this.running || this.stopped) return
    this.soon ??= setTimeout(() => void this.run(), WINDOW)
  }

  private async run(): Promise<void> {
    this.soon = null
    this.running = true
    let failed = false
    try {
      await this.readMissing()
      const rooms = [...this.unchecked].flatMap(reportId => this.rooms.get(reportId) ?? [])
      this.unchecked.clear()
      if (rooms.length > 0) await this.compare(rooms)
      await this.readMissing()
      for (const room of rooms) await this.lookFor(room)
      this.outage.worked()
    } catch (error) {
      // The next check finds all that this one has not.
      failed = true
      this.outage.failed(error)
    }
    this.running = false
    if (failed) return
    if (this.missing.size > 0 || this.unchecked.size > 0) this.hurry()
  }

  private async readMissing(): Promise<void> {
    if (this.missing.size === 0) return
    const places = new Map(this.missing)
    const rows = await readLogRows(this.sql, places)
    for (const seq of places.keys()) this.missing.delete(seq)
    this.deliver(rows)
  }

  private async compare(rooms: Room[]): Promise<void> {
    const before = new Map(rooms.map(room => [room.reportId, room.document.version]))
    for (const { reportId, version, unfolded } of await readLogStates(this.sql, [...before.keys()])) {
      const document = this.rooms.get(reportId)?.document
      if (!document) continue
      // Folded here meanwhile: what was not folded then may be now.
      if (document.version === before.get(reportId)) this.read(reportId, document.commits.foreign.lacking(unfolded))
      const { foldsOfOthers } = document
      if (version !== document.version || foldsOfOthers !== (this.compared.get(document) ?? 0)) {
        this.read(
          reportId,
          document.commits.foreign.unseen(await readSeqs(this.sql, reportId, document.commits.foreign.seenUpTo)),
        )
        this.compared.set(document, foldsOfOthers)
      }
      if (version !== document.version && !document.isFolding) void document.fold()
    }
  }

  /** What has been waiting for its node's word. */
  private async lookFor({ reportId, document }: Room): Promise<void> {
    const { foreignPatience, adoptAfter } = this.tuning
    const olderThan = (age: number): TailEntry[] =>
      document.commits.foreign.entries.filter(
        entry => performance.now() - entry.takenAt > age && !document.commits.foreign.isAdopted(entry),
      )
    const waiting = olderThan(foreignPatience)
    if (waiting.length === 0) return
    const bytes = waiting.map(entry => entry.bytes)
    this.deliver(await findLogRows(this.sql, reportId, document.openedAt - LATE, bytes))
    const overdue = new Set(olderThan(adoptAfter))
    document.commits.adopt(
      olderThan(foreignPatience).filter(
        entry => waiting.includes(entry) && (overdue.has(entry) || !this.isAlive(entry.origin?.node ?? '')),
      ),
    )
  }

  private deliver(rows: StoredUpdate[]): void {
    for (const reportId of new Set(rows.map(row => row.reportId))) {
      this.rooms.get(reportId)?.document.commits.foreign.takeRows(rows.filter(row => row.reportId === reportId))
    }
  }
}
