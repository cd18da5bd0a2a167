import type { Connection } from './connection.ts'
import type { TailEntry } from './room-text.ts'
import type { Denial } from './write-limits.ts'

/** A client's message with an update: "saved" when all entries that hold its text are, "denied" when one is refused. */
export class Receipt {
  private waits = 0
  private denied = false

  constructor(
    readonly connection: Connection,
    private readonly message: number,
  ) {}

  waitFor(entry: TailEntry): this {
    this.waits += 1
    entry.receipts.push(this)
    return this
  }

  committed(): void {
    this.waits -= 1
    if (this.waits === 0 && !this.denied) this.connection.settle(this.message)
  }

  refused(denial: Denial): void {
    this.waits -= 1
    if (!this.denied) this.connection.tellDenied({ ...denial, message: this.message })
    this.denied = true
  }

  /** Somebody else's text was refused; the client is told that by itself. */
  withdrawn(): void {
    this.waits -= 1
    if (!this.denied) this.connection.settle(this.message)
    this.denied = true
  }
}
