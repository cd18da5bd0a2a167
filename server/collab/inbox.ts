import type { Connection } from './connection.ts'

/**
 * The frames of one connection, handled in order. One whose handling must wait makes the later ones wait too; when
 * they become many, the socket is no longer read.
 */
export class Inbox {
  private readonly waiting: Uint8Array[] = []
  private bytes = 0
  private busy = false

  /** @param handle must neither throw nor reject */
  constructor(
    private readonly connection: Connection,
    private readonly limit: number,
    private readonly handle: (frame: Uint8Array) => Promise<void> | undefined,
  ) {}

  push(frame: Uint8Array): void {
    if (!this.busy) {
      this.take(frame)
      return
    }
    this.waiting.push(frame)
    this.bytes += frame.length
    if (this.bytes > this.limit) this.connection.hold('inbox')
  }

  /** Handles nothing until then. */
  waitFor(ready: Promise<unknown>): void {
    this.busy = true
    const go = (): void => this.drain()
    ready.then(go, go)
  }

  private take(frame: Uint8Array): void {
    const wait = this.handle(frame)
    if (wait) this.waitFor(wait)
  }

  private drain(): void {
    this.busy = false
    while (!this.busy) {
      const frame = this.waiting.shift()
      if (!frame) break
      this.bytes -= frame.length
      this.take(frame)
    }
    if (this.bytes <= this.limit) this.connection.release('inbox')
  }
}
