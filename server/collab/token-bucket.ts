/** Lets `burst` through at once and `perSecond` after that. */
export class TokenBucket {
  private tokens: number
  private at = performance.now()

  constructor(
    private readonly burst: number,
    private readonly perSecond: number,
  ) {
    this.tokens = burst
  }

  take(amount: number): boolean {
    const now = performance.now()
    this.tokens = Math.min(this.burst, this.tokens + ((now - this.at) / 1000) * this.perSecond)
    this.at = now
    if (this.tokens < amount) return false
    this.tokens -= amount
    return true
  }
}
