/** Something that holds the bytes of a stored state, and can do without them. */
export interface Shelved {
  release(): void
}

/**
 * Lets go of what nobody has asked for in a while: the stored states of open reports that nobody enters. People come in
 * crowds, after a break in the network or at the beginning of a meeting, and share what the first of them needed; then
 * the bytes would lie here for hours. One timer for all, and none while there is nothing to let go of.
 */
export class StateShelf {
  /** When they were used last ({@link performance.now}), the longest unused first. */
  private readonly used = new Map<Shelved, number>()
  private timer: NodeJS.Timeout | null = null

  /** @param keptFor ms */
  constructor(private readonly keptFor: number) {}

  /** Stored states in memory. */
  get count(): number {
    return this.used.size
  }

  keep(shelved: Shelved): void {
    this.used.delete(shelved)
    this.used.set(shelved, performance.now())
    this.arm(this.keptFor)
  }

  private arm(wait: number): void {
    this.timer ??= setTimeout(() => this.sweep(), wait).unref()
  }

  private sweep(): void {
    this.timer = null
    const now = performance.now()
    for (const [shelved, usedAt] of this.used) {
      const left = usedAt + this.keptFor - now
      if (left > 0) {
        this.arm(Math.max(left, this.keptFor / 4))
        return
      }
      this.used.delete(shelved)
      shelved.release()
    }
  }
}
