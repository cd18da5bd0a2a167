import type { Denied } from '#editor/core/collab-protocol.ts'
import type { Connection } from './connection.ts'
import { MalformedError } from './malformed.ts'
import { stateVectorFrame } from './messages.ts'
import { type Parked, ParkedUpdates } from './parked-updates.ts'
import type { RoomText } from './room-text.ts'
import { readUpdate, type Update } from './update.ts'

/** What becomes of an update that is new and fits. */
export interface Accepting {
  accept(connection: Connection, update: Update, moved: Map<number, number>, parked: Parked): void
  /** The client is told when everything that is here now is committed. */
  acknowledge(connection: Connection, message: number): void
  /** Why a connection without the right to write may not. */
  denial(): Denied['reason']
  /** Makes the text know its deletions. */
  learnDeletions(): Promise<void>
  /** Makes the text know the deletions that no update spells out, if the worker can. */
  fold(): Promise<void>
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

  drop(connection: Connection): void {
    this.parked.drop(connection)
  }

  private decide(connection: Connection, update: Update, parked: Parked): Promise<void> | undefined {
    const verdict = this.text.judge(update)
    if (verdict === 'unsure') {
      return this.room.learnDeletions().then(() => this.decide(connection, update, parked))
    }
    if (verdict === 'known') this.room.acknowledge(connection, parked.message)
    else if (!connection.mayWrite) return this.deny(connection, update, parked)
    else if (verdict === 'gap') this.park(connection, parked)
    else this.room.accept(connection, update, verdict, parked)
    return undefined
  }

  private deny(connection: Connection, update: Update, parked: Parked): Promise<void> | undefined {
    const refuse = (): void => connection.tellDenied({ reason: this.room.denial(), message: parked.message })
    // Deletions may seem new and be none, see RoomText.rebase: a reader who has written nothing must not hear that
    // something was refused.
    if (this.text.tail.length > 0 && this.text.bringsDeletionsOnly(update)) {
      return this.room.fold().then(() => {
        if (this.text.judge(update) === 'known') this.room.acknowledge(connection, parked.message)
        else refuse()
      })
    }
    refuse()
    return undefined
  }

  private park(connection: Connection, parked: Parked): void {
    this.goOn(connection, this.parked.park(connection, parked))
  }

  private async revisit(connection: Connection, isAnswer: boolean): Promise<void> {
    for (const parked of this.parked.take(connection)) {
      await this.decide(connection, readUpdate(parked.bytes), parked)
    }
    if (isAnswer) this.goOn(connection, this.parked.answered(connection))
  }

  private goOn(connection: Connection, how: 'ask' | 'wait' | 'give-up' | 'caught-up'): void {
    if (how === 'give-up') throw new MalformedError('builds on something that nobody has')
    if (how === 'ask') connection.write(stateVectorFrame(this.text.clocks.encode()))
  }
}
