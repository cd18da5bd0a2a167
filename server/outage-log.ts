import { loggableError } from './documents/loggable-error.ts'
import { log } from './log.ts'

/** One line when something begins to fail and one when it works again, however often it is tried in between. */
export class OutageLog {
  private failures = 0

  constructor(private readonly what: string) {}

  failed(error: unknown, context: Record<string, unknown> = {}): void {
    if (this.failures === 0) log.error({ error: loggableError(error), ...context }, `${this.what}: fails`)
    this.failures += 1
  }

  worked(context: Record<string, unknown> = {}): void {
    if (this.failures > 0) log.info({ failures: this.failures, ...context }, `${this.what}: works again`)
    this.failures = 0
  }
}
