/**
 * Which of a connection's update messages are settled. They are numbered from 1 in the order of arrival and may be
 * settled in any order; the client is told a number up to which all are.
 */
export class Acknowledgements {
  private received = 0
  private settled = 0
  private told = 0
  /** Settled before one that came earlier; null where that has not happened. */
  private early: Set<number> | null = null

  /** Numbers the message that just came. */
  next(): number {
    this.received += 1
    return this.received
  }

  settle(message: number): void {
    if (message === this.settled + 1) this.settled = message
    else {
      this.early ??= new Set()
      this.early.add(message)
    }
    while (this.early?.delete(this.settled + 1)) this.settled += 1
  }

  /** The number to tell the client, or null if it knows. */
  news(): number | null {
    if (this.settled === this.told) return null
    this.told = this.settled
    return this.settled
  }
}
