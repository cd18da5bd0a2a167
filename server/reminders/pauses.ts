const MINUTE = 60_000
const PAUSES = [1, 5, 15, 60, 180, 360].map(minutes => minutes * MINUTE)

/** How long to wait before the same thing is tried again: longer each time that it fails. */
export class Pauses {
  readonly #failed = new Map<string, { times: number; until: number }>()

  isOver(key: string, now: number): boolean {
    return now >= (this.#failed.get(key)?.until ?? 0)
  }

  /** @returns whether it is the first time in a row */
  failed(key: string, now: number): boolean {
    const times = (this.#failed.get(key)?.times ?? 0) + 1
    this.#failed.set(key, { times, until: now + (PAUSES[Math.min(times, PAUSES.length) - 1] ?? 0) })
    return times === 1
  }

  /** @returns whether it had failed before */
  worked(key: string): boolean {
    return this.#failed.delete(key)
  }
}
