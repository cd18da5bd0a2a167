import type { Connection } from './connection.ts'
import { bothOf } from './judge-again.ts'
import { MalformedError } from './malformed.ts'
import { stateVectorFrame } from './messages.ts'
import { type Parked, ParkedUpdates } from './parked-updates.ts'
import type { RoomText } from './room-text.ts'
import { readUpdate, type Update } from './update.ts'
import type { Denial } from './write-limits.ts'

/** What becomes of an update that is new and fits. */
export interface Accepting {
  accept(connection: Connection, update: Update, moved: Map<number, number>, parked: Parked): void
  /** The client is told when everything that is here now is committed. */
  acknowledge(connection: Connection, message: number): void
  /** Why a connection without the right to write may not. */
  denial(): Denial
  /** Whether somebody else writes as this Yjs client: whoever took its next clock ticks would make their text unheard. */
  isOthers(client: number, connection: Connection): boolean
  /** Makes the text know where updates write. */
  learnFragments(): Promise<void>
  /** Makes the text know its deletions. */
  learnDeletions(): Promise<void>
  /** Makes the text know the deletions that no update so far spells out, if the worker can. */
  foldSoFar(): Promise<void>
}

interface Refusal {
  denial: Denial
  /** Nothing that it writes is refused, only what it deletes. */
  byDeletionsOnly: boolean
}

/**
 * Judges every update before anything is done with it. Only what is well formed, allowed, new and complete goes on, so
 * the log holds nothing that Yjs could not apply at once.
 */
export class UpdateIntake {
  private readonly parked: ParkedUpdates

  constructor(
    private readonly text: RoomText,
    private readonly room: Accepting,
    parkedBytes: number,
  ) {
    this.parked = new ParkedUpdates(parkedBytes)
  }

  /**
   * @param isAnswer the update is a sync step 2: all that the client has and we said we had not
   * @returns a promise where the next frame of this connection must wait
   * @throws MalformedError
   */
  take(connection: Connection, bytes: Uint8Array, isAnswer: boolean): Promise<void> | undefined {
    const update = readUpdate(bytes)
    const parked = { bytes, message: connection.numberUpdate(), isAnswer }
    const length = this.text.tail.length
    const wait = this.decide(connection, update, parked)
    if (wait) return wait.then(() => this.revisit(connection, isAnswer))
    // Nothing that is parked fits any better than before.
    if (!isAnswer && this.text.tail.length === length) return undefined
    return this.parked.has(connection) ? this.revisit(connection, isAnswer) : undefined
  }

  /** Something of the connection was refused after it had been taken in. */
  refused(connection: Connection, denial: Denial): void {
    connection.denial = denial
  }

  drop(connection: Connection): void {
    this.parked.drop(connection)
    connection.denial = null
  }

  /** @param folded all deletions are known that can be */
  private decide(connection: Connection, update: Update, parked: Parked, folded = false): Promise<void> | undefined {
    const verdict = this.text.judge(update)
    if (verdict === 'unsure') return this.decideAfter(this.room.learnDeletions(), connection, update, parked, folded)
    if (verdict === 'known') {
      this.room.acknowledge(connection, parked.message)
      return undefined
    }
    if (connection.mayWrite && verdict === 'gap') {
      this.park(connection, parked)
      return undefined
    }
    const refusal =
      connection.mayWrite && verdict !== 'gap'
        ? this.refusalOf(connection, update, verdict)
        : this.refusalOfReader(update)
    if (refusal === 'unsure') return this.decideAfter(this.room.learnFragments(), connection, update, parked, folded)
    if (!refusal) {
      if (verdict !== 'gap') this.room.accept(connection, update, verdict, parked)
      return undefined
    }
    // Deletions may seem new and be none, see RoomText.rebase: who has written nothing there must not hear that
    // something was refused.
    if (refusal.byDeletionsOnly && !folded && this.text.tail.length > 0) {
      return this.decideAfter(this.room.foldSoFar(), connection, update, parked, true)
    }
    this.deny(connection, refusal.denial, parked.message)
    return undefined
  }

  private async decideAfter(
    learned: Promise<void>,
    ...[connection, update, parked, folded]: [Connection, Update, Parked, boolean]
  ): Promise<void> {
    await learned
    await this.decide(connection, update, parked, folded)
  }

  private refusalOfReader(update: Update): Refusal {
    return { denial: this.room.denial(), byDeletionsOnly: this.text.bringsDeletionsOnly(update) }
  }

  private refusalOf(connection: Connection, update: Update, moved: Map<number, number>): Refusal | 'unsure' | null {
    const { limits } = connection
    if (!limits) return null
    const touched = this.text.touched(update)
    if (!touched) return 'unsure'
    if (!limits.elsewhere && [...moved.keys()].some(client => this.room.isOthers(client, connection))) {
      return { denial: { reason: 'section', sections: [] }, byDeletionsOnly: false }
    }
    const denial = limits.denial(bothOf(touched))
    return denial && { denial, byDeletionsOnly: limits.denial(touched.written) === null }
  }

  private deny(connection: Connection, denial: Denial, message: number): void {
    connection.denial = denial
    connection.tellDenied({ ...denial, message })
  }

  private park(connection: Connection, parked: Parked): void {
    this.goOn(connection, this.parked.park(connection, parked))
  }

  private async revisit(connection: Connection, isAnswer: boolean): Promise<void> {
    for (const parked of this.parked.take(connection)) {
      await this.decide(connection, readUpdate(parked.bytes), parked)
    }
    if (!isAnswer) return
    const { denial } = connection
    // What is missing still was refused.
    if (denial) for (const { message } of this.parked.take(connection)) this.deny(connection, denial, message)
    this.goOn(connection, this.parked.answered(connection))
  }

  private goOn(connection: Connection, how: 'ask' | 'wait' | 'give-up' | 'caught-up'): void {
    if (how === 'give-up') throw new MalformedError('builds on something that nobody has')
    if (how === 'ask') connection.write(stateVectorFrame(this.text.clocks.encode()))
  }
}
