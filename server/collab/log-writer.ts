import type { Sql } from '#db/client.ts'
import { loggableError } from '../documents/loggable-error.ts'
import { log } from '../log.ts'
import { concernsRows } from './database-error.ts'
import { insertUpdates, type RowFate } from './insert-updates.ts'
import { OutageLog } from './outage-log.ts'
import type { Tuning } from './tuning.ts'

export interface LogEntry {
  readonly userId: string
  readonly bytes: Uint8Array
  /** Its place in the log once it is committed. */
  seq: number | null
}

/** A room, as the writer of the log sees it. */
export interface LogSource<E extends LogEntry> {
  readonly reportId: string
  /** The oldest entries of this room, in order; `seq` is set. */
  committed(entries: E[]): void
  /** All entries of this room that were not committed: its report was locked, or is gone. */
  refused(entries: E[], why: 'locked' | 'no-report'): void
}

interface Queue<E extends LogEntry> {
  entries: E[]
  notBefore: number
  failures: number
}

interface Part<E extends LogEntry> {
  source: LogSource<E>
  queue: Queue<E>
  entries: E[]
}

/** In one INSERT. 256 rows take 1.4 ms; more would make those who wait for "Sparat" wait for the others' text. */
const MOST_ROWS = 512
const MOST_BYTES = 8 * 1024 * 1024

/**
 * Group commit over all rooms: while one INSERT is under way, the next one gathers. Entries stay in memory until they
 * are committed or refused, however long the database is away; `onPressure` says when that becomes too many bytes.
 */
export class LogWriter<E extends LogEntry> {
  private readonly queues = new Map<LogSource<E>, Queue<E>>()
  private readonly drainers: (() => void)[] = []
  private bytes = 0
  private pressed = false
  private running = false
  private stopped = false
  private timer: { due: number; cancel: () => void } | null = null
  private notBefore = 0
  private failures = 0
  private readonly outage = new OutageLog('writing the co-editing log')

  constructor(
    private readonly sql: Sql,
    private readonly tuning: Pick<
      Tuning,
      'commitInterval' | 'commitTimeout' | 'lockRetry' | 'commitBackoff' | 'uncommittedBytes'
    >,
    private readonly onPressure: (pressed: boolean) => void,
  ) {}

  append(source: LogSource<E>, entry: E): void {
    let queue = this.queues.get(source)
    if (!queue) {
      queue = { entries: [], notBefore: 0, failures: 0 }
      this.queues.set(source, queue)
    }
    queue.entries.push(entry)
    this.count(entry.bytes.length)
    this.schedule(queue.notBefore)
  }

  /** Resolves when nothing is left to commit. */
  drained(): Promise<void> {
    if (this.queues.size === 0) return Promise.resolve()
    return new Promise(resolve => this.drainers.push(resolve))
  }

  /** Bytes that are in memory only. */
  get uncommitted(): number {
    return this.bytes
  }

  /** Gives up what is left. */
  stop(): void {
    this.stopped = true
    this.timer?.cancel()
  }

  private schedule(queueNotBefore: number): void {
    const due = Math.max(this.notBefore, queueNotBefore)
    if (this.running || this.stopped || (this.timer && this.timer.due <= due)) return
    this.timer?.cancel()
    const wait = due - performance.now()
    if (wait <= 0) {
      // After the broadcast, which is a microtask: the INSERT's own time must not be added to everyone's latency.
      const immediate = setImmediate(() => void this.run())
      this.timer = { due, cancel: () => clearImmediate(immediate) }
    } else {
      const timeout = setTimeout(() => void this.run(), wait)
      this.timer = { due, cancel: () => clearTimeout(timeout) }
    }
  }

  private async run(): Promise<void> {
    this.timer = null
    this.running = true
    const start = performance.now()
    this.notBefore = start + this.tuning.commitInterval
    const parts = this.gather(start)
    if (parts.length > 0) await this.commit(parts)
    this.running = false
    if (this.queues.size === 0) for (const resolve of this.drainers.splice(0)) resolve()
    else this.schedule(Math.min(...[...this.queues.values()].map(queue => queue.notBefore)))
  }

  private gather(now: number): Part<E>[] {
    const parts: Part<E>[] = []
    let rows = 0
    let bytes = 0
    for (const [source, queue] of [...this.queues]) {
      if (queue.notBefore > now) continue
      const entries: E[] = []
      for (const entry of queue.entries) {
        if (rows === MOST_ROWS || (rows > 0 && bytes + entry.bytes.length > MOST_BYTES)) break
        entries.push(entry)
        rows += 1
        bytes += entry.bytes.length
      }
      if (entries.length === 0) break
      // To the end of the line: a busy room must not keep the others waiting.
      this.queues.delete(source)
      this.queues.set(source, queue)
      parts.push({ source, queue, entries })
    }
    return parts
  }

  private async commit(parts: Part<E>[]): Promise<void> {
    try {
      const rows = parts.flatMap(({ source, entries }) =>
        entries.map(({ userId, bytes }) => ({ reportId: source.reportId, userId, data: bytes })),
      )
      const fates = await insertUpdates(this.sql, rows, this.tuning.commitTimeout)
      this.failures = 0
      this.outage.worked()
      let row = 0
      for (const part of parts) {
        this.settle(part, fates.slice(row, row + part.entries.length))
        row += part.entries.length
      }
    } catch (error) {
      // A row that PostgreSQL will never take must not stop the other rooms.
      if (concernsRows(error) && parts.length > 1) for (const part of parts) await this.commit([part])
      else this.failed(parts, error)
    }
  }

  private settle({ source, queue, entries }: Part<E>, fates: RowFate[]): void {
    queue.failures = 0
    const fate = fates[0]?.kind
    if (fate === 'stored') {
      for (const [index, entry] of entries.entries()) {
        const own = fates[index]
        if (own?.kind === 'stored') entry.seq = own.seq
      }
      this.remove(source, queue, entries.length)
      source.committed(entries)
    } else if (fate === 'locked' || fate === 'no-report') {
      source.refused(this.remove(source, queue, queue.entries.length), fate)
    } else {
      queue.notBefore = performance.now() + this.tuning.lockRetry
    }
  }

  private failed(parts: Part<E>[], error: unknown): void {
    const [only] = parts
    if (only && concernsRows(error)) {
      if (only.queue.failures === 0) {
        log.error({ error: loggableError(error), reportId: only.source.reportId }, 'rows of the log are refused')
      }
      only.queue.notBefore = performance.now() + this.backoff(only.queue.failures)
      only.queue.failures += 1
    } else {
      this.outage.failed(error, { bytes: this.bytes })
      this.notBefore = performance.now() + this.backoff(this.failures)
      this.failures += 1
    }
  }

  private backoff(failures: number): number {
    const [first, longest] = this.tuning.commitBackoff
    return Math.min(longest, first * 2 ** failures) * (0.75 + Math.random() / 2)
  }

  private remove(source: LogSource<E>, queue: Queue<E>, count: number): E[] {
    const removed = queue.entries.splice(0, count)
    if (queue.entries.length === 0) this.queues.delete(source)
    this.count(-removed.reduce((sum, entry) => sum + entry.bytes.length, 0))
    return removed
  }

  private count(bytes: number): void {
    this.bytes += bytes
    const limit = this.tuning.uncommittedBytes
    const pressed = this.pressed ? this.bytes > limit / 2 : this.bytes > limit
    if (pressed === this.pressed) return
    this.pressed = pressed
    this.onPressure(pressed)
  }
}
