import type { Session } from './session.ts'

/** Some 200 bytes a session: a few MB at most. */
const MOST_SESSIONS = 20_000

/** Timelines of parts of logs. A part with as many rows as before is the same part: rows never change. */
export class SegmentCache {
  private readonly parts = new Map<string, Promise<Session[]>>()
  private sessions = 0

  /** @param key names report, first and last position, and number of rows */
  get(key: string, read: () => Promise<Session[]>): Promise<Session[]> {
    const cached = this.parts.get(key)
    if (cached) return cached
    if (this.sessions > MOST_SESSIONS) this.clear()
    const reading = read()
    this.parts.set(key, reading)
    reading.then(
      found => {
        if (this.parts.get(key) === reading) this.sessions += found.length + 1
      },
      () => this.parts.delete(key),
    )
    return reading
  }

  private clear(): void {
    this.parts.clear()
    this.sessions = 0
  }
}
