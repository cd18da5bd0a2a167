import type { Tuning } from './tuning.ts'

/** When a room's log is folded: soon after the last edit, now and then while typing goes on, at once when it is long. */
export class FoldSchedule {
  private timer: NodeJS.Timeout | null = null
  private firstEdit: number | null = null
  private lastEdit = 0
  private notBefore = 0
  private lastFold = Number.NEGATIVE_INFINITY

  constructor(
    private readonly tuning: Pick<Tuning, 'foldIdle' | 'foldLongest' | 'foldSpacing' | 'foldRetry'>,
    private readonly fold: () => void,
  ) {}

  /** Something was committed that is not folded. */
  edited(): void {
    this.lastEdit = performance.now()
    this.firstEdit ??= this.lastEdit
    // One timer from the first edit on, moved when it fires: not two timer calls per keystroke.
    if (!this.timer) this.arm()
  }

  /** The log is too long to wait. */
  hurry(): void {
    const now = performance.now()
    if (now >= this.notBefore && now >= this.lastFold + this.tuning.foldSpacing) this.fold()
  }

  /** A fold has begun: it takes everything so far. */
  begun(): void {
    this.lastFold = performance.now()
    this.reset()
  }

  /** Nothing is left to fold. */
  reset(): void {
    this.stop()
    this.firstEdit = null
  }

  failed(): void {
    this.notBefore = performance.now() + this.tuning.foldRetry
    this.edited()
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
  }

  private arm(): void {
    const wait = Math.max(0, this.due() - performance.now())
    this.timer = setTimeout(() => {
      this.timer = null
      if (this.due() > performance.now()) this.arm()
      else this.fold()
    }, wait)
  }

  private due(): number {
    const { foldIdle, foldLongest } = this.tuning
    const wanted = Math.min(this.lastEdit + foldIdle, (this.firstEdit ?? this.lastEdit) + foldLongest)
    return Math.max(wanted, this.notBefore)
  }
}
