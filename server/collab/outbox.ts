import type { Connection } from './connection.ts'

interface Outgoing {
  /** Whoever sent it does not get it back. */
  from: Connection | null
  frame: Uint8Array
}

/**
 * Gathers what a room sends to its connections while all sockets that have something are being read and writes it once
 * per receiver: four frames in one write cost 7.2 µs per receiver, in four writes 28.7 µs.
 */
export class Outbox {
  private outgoing: Outgoing[] = []

  constructor(private readonly connections: Iterable<Connection>) {}

  add(frame: Uint8Array, from: Connection | null): void {
    // Comes right after the sockets that are ready have been read. So nothing waits while the server has time, and what
    // came during the last broadcast goes out together.
    if (this.outgoing.length === 0) setImmediate(() => this.flush())
    this.outgoing.push({ from, frame })
  }

  flush(): void {
    const { outgoing } = this
    if (outgoing.length === 0) return
    this.outgoing = []
    const all = joined(outgoing)
    const senders = new Set(outgoing.map(({ from }) => from))
    for (const connection of this.connections) {
      if (!senders.has(connection)) connection.write(all)
      else {
        const others = outgoing.filter(({ from }) => from !== connection)
        if (others.length > 0) connection.write(joined(others))
      }
    }
  }
}

function joined(outgoing: Outgoing[]): Uint8Array {
  const [only] = outgoing
  return only && outgoing.length === 1 ? only.frame : Buffer.concat(outgoing.map(({ frame }) => frame))
}
