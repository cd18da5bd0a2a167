export interface LogEntry {
  readonly userId: string
  readonly bytes: Uint8Array
  /** {@link performance.now} */
  readonly takenAt: number
  /** Version of the rights that it was judged by. */
  rights: string
  /** Its row in the log once it is committed; others may share it. */
  seq: number | null
}

/** A room, as the writer of the log sees it. */
export interface LogSource<E extends LogEntry> {
  readonly reportId: string
  /** The oldest entries of this room, in order; `seq` is set. */
  committed(entries: E[]): void
  /** All entries of this room that were not committed: its report was locked, or is gone. */
  refused(entries: E[], why: 'locked' | 'no-report'): void
  /**
   * Rights in the report have changed since these were judged. None of them is on its way meanwhile, and more may come.
   * @returns when those that may go in bear the version of the rights that they were judged by now; the others
   */
  judgeAgain(entries: readonly E[]): Promise<E[]>
}

/** One room's entries that are not committed. */
export interface Line<E extends LogEntry> {
  readonly source: LogSource<E>
  readonly entries: E[]
  /** Not to be tried before then ({@link performance.now}). */
  notBefore: number
  /** Attempts that failed one after another because of these rows. */
  failures: number
  /** Its entries are being judged again. */
  held: boolean
}

/** What of a line goes into one INSERT: its oldest entries. */
export interface Part<E extends LogEntry> {
  line: Line<E>
  entries: E[]
}

/** In one INSERT. More than a server of two cores takes in during one; what one person sends in a moment is one row of them. */
const MOST_ENTRIES = 4_096
const MOST_BYTES = 8 * 1024 * 1024

/** Entries on their way to the database: a line per room, first come, first served, and how much they weigh. */
export class CommitQueue<E extends LogEntry> {
  private readonly lines = new Map<LogSource<E>, Line<E>>()
  private pressed = false
  private weight = 0
  private entries = 0

  /**
   * @param limit bytes
   * @param onPressure called with true above the limit, and with false when half of it is free again
   */
  constructor(
    private readonly limit: number,
    private readonly onPressure: (pressed: boolean) => void,
  ) {}

  get bytes(): number {
    return this.weight
  }

  get length(): number {
    return this.entries
  }

  get isEmpty(): boolean {
    return this.lines.size === 0
  }

  /** When the next line may be tried; never, if all are held. */
  get notBefore(): number {
    return Math.min(...[...this.lines.values()].filter(line => !line.held).map(line => line.notBefore))
  }

  append(source: LogSource<E>, entry: E): Line<E> {
    const line = this.lines.get(source) ?? { source, entries: [], notBefore: 0, failures: 0, held: false }
    this.lines.set(source, line)
    line.entries.push(entry)
    this.entries += 1
    this.weigh(entry.bytes.length)
    return line
  }

  /** The next batch. It stays in the queue until {@link remove}. */
  next(now: number): Part<E>[] {
    const parts: Part<E>[] = []
    let taken = 0
    let bytes = 0
    for (const line of [...this.lines.values()]) {
      if (line.held || line.notBefore > now) continue
      const entries: E[] = []
      for (const entry of line.entries) {
        if (taken === MOST_ENTRIES || (taken > 0 && bytes + entry.bytes.length > MOST_BYTES)) break
        entries.push(entry)
        taken += 1
        bytes += entry.bytes.length
      }
      if (entries.length === 0) break
      // To the end of the queue: a busy room must not keep the others waiting.
      this.lines.delete(line.source)
      this.lines.set(line.source, line)
      parts.push({ line, entries })
    }
    return parts
  }

  /** Takes the oldest entries of a line out. */
  remove(line: Line<E>, count: number): E[] {
    const removed = line.entries.splice(0, count)
    this.entries -= removed.length
    if (line.entries.length === 0) this.lines.delete(line.source)
    this.weigh(-removed.reduce((sum, entry) => sum + entry.bytes.length, 0))
    return removed
  }

  /** Takes some entries out, wherever they are in their line. */
  withdraw(line: Line<E>, entries: readonly E[]): void {
    const withdrawn = new Set(entries)
    const stay = line.entries.filter(entry => !withdrawn.has(entry))
    const others = line.entries.filter(entry => withdrawn.has(entry))
    line.entries.splice(0, line.entries.length, ...others, ...stay)
    this.remove(line, others.length)
  }

  private weigh(bytes: number): void {
    this.weight += bytes
    const pressed = this.pressed ? this.weight > this.limit / 2 : this.weight > this.limit
    if (pressed === this.pressed) return
    this.pressed = pressed
    this.onPressure(pressed)
  }
}
