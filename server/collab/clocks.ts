import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding'
import * as Y from 'yjs'
import { decoding } from './malformed.ts'

/** A Yjs state vector: per client, how many of its clock ticks are known without a gap. */
export class Clocks {
  private readonly ticks: Map<number, number>

  constructor(ticks = new Map<number, number>()) {
    this.ticks = ticks
  }

  /** @throws MalformedError */
  static decode(stateVector: Uint8Array): Clocks {
    return new Clocks(decoding('state vector', () => Y.decodeStateVector(stateVector)))
  }

  of(client: number): number {
    return this.ticks.get(client) ?? 0
  }

  /** Never goes back. */
  advance(client: number, clock: number): void {
    if (clock > this.of(client)) this.ticks.set(client, clock)
  }

  /** Whether everything that `other` has is here too. */
  cover(other: Clocks): boolean {
    for (const [client, clock] of other.ticks) if (this.of(client) < clock) return false
    return true
  }

  /** Takes over what `other` has more of. */
  merge(other: Clocks): void {
    for (const [client, clock] of other.ticks) this.advance(client, clock)
  }

  get isEmpty(): boolean {
    return this.ticks.size === 0
  }

  encode(): Uint8Array {
    const encoder = createEncoder()
    writeVarUint(encoder, this.ticks.size)
    for (const [client, clock] of this.ticks) {
      writeVarUint(encoder, client)
      writeVarUint(encoder, clock)
    }
    return toUint8Array(encoder)
  }
}
