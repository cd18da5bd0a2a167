import type { Sql } from '#db/client.ts'
import { packUpdates } from '../documents/log-data.ts'
import { loggableError } from '../documents/loggable-error.ts'
import { log } from '../log.ts'
import { OutageLog } from '../outage-log.ts'
import { CommitQueue, type Line, type LogEntry, type LogSource, type Part } from './commit-queue.ts'
import { concernsRows } from './database-error.ts'
import { gatherByAuthor } from './gather.ts'
import { insertUpdates, type RowFate } from './insert-updates.ts'
import type { LogRow } from './pack-rows.ts'
import type { Tuning } from './tuning.ts'

type LogTuning = Pick<Tuning, 'commitInterval' | 'commitTimeout' | 'lockRetry' | 'commitBackoff' | 'uncommittedBytes'>

/**
 * Group commit over all rooms: while one INSERT is under way, the next one gathers. Entries stay in memory until they
 * are committed or refused, however long the database is away; `onPressure` says when that becomes too many bytes.
 */
export class LogWriter<E extends LogEntry> {
  private readonly queue: CommitQueue<E>
  private readonly drainers: (() => void)[] = []
  private readonly outage = new OutageLog('writing the co-editing log')
  private running = false
  private stopped = false
  private timer: { due: number; cancel: () => void } | null = null
  private notBefore = 0
  private failures = 0

  constructor(
    private readonly sql: Sql,
    private readonly tuning: LogTuning,
    onPressure: (pressed: boolean) => void,
  ) {
    this.queue = new CommitQueue(tuning.uncommittedBytes, onPressure)
  }

  append(source: LogSource<E>, entry: E): void {
    this.schedule(this.queue.append(source, entry).notBefore)
  }

  /** Resolves when nothing is left to commit. */
  drained(): Promise<void> {
    if (this.queue.isEmpty) return Promise.resolve()
    return new Promise(resolve => this.drainers.push(resolve))
  }

  /** What is in memory only. */
  get uncommitted(): { updates: number; bytes: number } {
    return { updates: this.queue.length, bytes: this.queue.bytes }
  }

  /** Gives up what is left. */
  stop(): void {
    this.stopped = true
    this.timer?.cancel()
  }

  private schedule(lineNotBefore: number): void {
    const due = Math.max(this.notBefore, lineNotBefore)
    // All that is left is being judged again.
    if (due === Number.POSITIVE_INFINITY) return
    if (this.running || this.stopped || (this.timer && this.timer.due <= due)) return
    this.timer?.cancel()
    const wait = due - performance.now()
    if (wait <= 0) {
      // After the broadcast, which was scheduled before: the INSERT's own time must not be added to everyone's latency.
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
    const parts = this.queue.next(start)
    if (parts.length > 0) await this.commit(parts)
    this.running = false
    if (this.queue.isEmpty) for (const resolve of this.drainers.splice(0)) resolve()
    else this.schedule(this.queue.notBefore)
  }

  private async commit(parts: Part<E>[]): Promise<void> {
    let fates: RowFate[]
    const gathered = parts.map(part => ({ part, rows: gatherByAuthor(part.entries) }))
    try {
      const rows = gathered.flatMap(({ part, rows }) => rows.map(row => logRowOf(part, row)))
      fates = await insertUpdates(this.sql, rows, this.tuning.commitTimeout)
    } catch (error) {
      // A row that PostgreSQL will never take must not stop the other rooms.
      if (concernsRows(error) && parts.length > 1) for (const part of parts) await this.commit([part])
      else this.failed(parts, error)
      return
    }
    this.failures = 0
    this.outage.worked()
    let before = 0
    for (const { part, rows } of gathered) {
      try {
        this.settle(part, rows, fates.slice(before, before + rows.length))
      } catch (error) {
        // The text is safe; a mistake in one room must not stop the log of all.
        const { reportId } = part.line.source
        log.error({ error: loggableError(error), reportId }, 'a room could not take in what became of its text')
      }
      before += rows.length
    }
  }

  private settle({ line, entries }: Part<E>, rows: readonly E[][], fates: readonly RowFate[]): void {
    line.failures = 0
    const fate = fates[0]?.kind
    if (fate === 'stored') {
      for (const [at, row] of rows.entries()) {
        const own = fates[at]
        if (own?.kind === 'stored') for (const entry of row) entry.seq = own.seq
      }
      line.source.committed(this.queue.remove(line, entries.length))
    } else if (fate === 'locked' || fate === 'no-report') {
      line.source.refused(this.queue.remove(line, line.entries.length), fate)
    } else {
      line.notBefore = performance.now() + this.tuning.lockRetry
      if (fate === 'outdated') void this.judgeAgain(line)
    }
  }

  private async judgeAgain(line: Line<E>): Promise<void> {
    line.held = true
    try {
      this.queue.withdraw(line, await line.source.judgeAgain(line.entries))
    } catch (error) {
      log.error({ error: loggableError(error), reportId: line.source.reportId }, 'text could not be judged again')
    }
    line.held = false
    if (this.queue.isEmpty) for (const resolve of this.drainers.splice(0)) resolve()
    else this.schedule(line.notBefore)
  }

  private failed(parts: Part<E>[], error: unknown): void {
    const now = performance.now()
    const [part] = parts
    if (part && concernsRows(error)) {
      const { line } = part
      if (line.failures === 0) {
        log.error({ error: loggableError(error), reportId: line.source.reportId }, 'rows of the log are refused')
      }
      line.notBefore = now + this.backoff(line.failures)
      line.failures += 1
    } else {
      this.outage.failed(error, { bytes: this.queue.bytes })
      this.notBefore = now + this.backoff(this.failures)
      this.failures += 1
    }
  }

  private backoff(failures: number): number {
    const [first, longest] = this.tuning.commitBackoff
    return Math.min(longest, first * 2 ** failures) * (0.75 + Math.random() / 2)
  }
}

function logRowOf<E extends LogEntry>({ line, entries }: Part<E>, row: readonly E[]): LogRow {
  return {
    ...packUpdates(row.map(({ bytes }) => bytes)),
    reportId: line.source.reportId,
    userId: row[0]?.userId ?? '',
    // The oldest one's of all: the rest was judged by the same rights or by later ones.
    rights: entries[0]?.rights ?? '',
  }
}
