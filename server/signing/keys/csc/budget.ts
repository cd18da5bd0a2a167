import { setTimeout as pause } from 'node:timers/promises'
import { KeyUnavailableError } from '../../errors.ts'

/** The time that something may take in all. */
export class Budget {
  readonly signal: AbortSignal
  private readonly end: number

  constructor(private readonly ms: number) {
    this.signal = AbortSignal.timeout(ms)
    this.end = performance.now() + ms
  }

  /** @throws KeyUnavailableError at once where there is not so much time left */
  async wait(ms: number): Promise<void> {
    if (performance.now() + ms > this.end)
      throw new KeyUnavailableError(`the signing service wants ${ms} ms more than may be waited for`)
    await pause(ms)
  }

  get spent(): KeyUnavailableError | null {
    return this.signal.aborted ? new KeyUnavailableError(`the signing service took longer than ${this.ms} ms`) : null
  }
}
