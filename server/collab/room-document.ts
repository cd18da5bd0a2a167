import { CLOSE, type Denied } from '#editor/core/collab-protocol.ts'
import type { Documents } from '../documents/documents.ts'
import type { LogSource } from './commit-queue.ts'
import type { Connection } from './connection.ts'
import type { StoredDocument } from './load-document.ts'
import type { LogWriter } from './log-writer.ts'
import { stateVectorFrame, updateFrame } from './messages.ts'
import { RoomFolding } from './room-folding.ts'
import { RoomText, type TailEntry } from './room-text.ts'
import { SyncReplies } from './sync-replies.ts'
import type { Tuning } from './tuning.ts'
import { readUpdate, type Update } from './update.ts'
import { type Accepting, UpdateIntake } from './update-intake.ts'

export interface RoomServices {
  documents: Pick<Documents, 'fold' | 'diff'>
  writer: LogWriter<TailEntry>
  tuning: Tuning
}

/** The people around the document. */
export interface Surroundings {
  /** To everyone but `from`. */
  broadcast(frame: Uint8Array, from: Connection | null): void
  /** Why a connection without the right to write may not. */
  denial(): Denied['reason']
  /** The database refused text before anyone here knew why. */
  onRefused(why: 'locked' | 'no-report'): void
}

/** A report's document on the way between connections, database and worker. */
export class RoomDocument implements LogSource<TailEntry>, Accepting {
  private readonly text: RoomText
  private readonly replies: SyncReplies
  private readonly intake: UpdateIntake
  private readonly folding: RoomFolding
  private readonly settlers: (() => void)[] = []

  constructor(
    readonly reportId: string,
    stored: StoredDocument,
    private readonly services: RoomServices,
    private readonly around: Surroundings,
  ) {
    const { documents, tuning } = services
    this.text = new RoomText({ ...stored, deletions: null }, stored.tail)
    this.replies = new SyncReplies(this.text.base, documents.diff)
    this.intake = new UpdateIntake(this.text, this, tuning.parkedBytes)
    this.folding = new RoomFolding(reportId, this.text, this.replies, documents, tuning, update =>
      around.broadcast(updateFrame(update), null),
    )
  }

  /** Asks the client for what it has and we have not. */
  ask(connection: Connection): void {
    connection.write(stateVectorFrame(this.text.clocks.encode()))
  }

  /**
   * Sends what the client lacks.
   * @throws MalformedError
   */
  answer(connection: Connection, stateVector: Uint8Array): Promise<void> | undefined {
    const reply = this.replies.reply(stateVector, this.text.tail)
    if (reply instanceof Promise) return reply.then(frames => connection.writeReply(frames))
    connection.writeReply(reply)
    return undefined
  }

  /** @throws MalformedError */
  take(connection: Connection, update: Uint8Array, isAnswer: boolean): Promise<void> | undefined {
    return this.intake.take(connection, update, isAnswer)
  }

  drop(connection: Connection): void {
    this.intake.drop(connection)
  }

  get hasUncommitted(): boolean {
    return this.text.lastUncommitted !== null
  }

  /** Resolves when all is committed and, if the worker can, folded. Nothing is under way then. */
  async settle(): Promise<void> {
    if (this.hasUncommitted) await new Promise<void>(resolve => this.settlers.push(resolve))
    if (this.text.tail.length > 0) await this.folding.fold()
    else await this.folding.idle()
  }

  /** No fold begins after this. */
  dispose(): void {
    this.folding.stop()
  }

  fold(): Promise<void> {
    return this.folding.fold()
  }

  denial(): Denied['reason'] {
    return this.around.denial()
  }

  accept(connection: Connection, update: Update, moved: Map<number, number>, message: number): void {
    if (this.text.size + update.bytes.length > this.services.tuning.documentBytes) {
      connection.refuse(CLOSE.tooLarge, 'the document is full')
      return
    }
    const entry = this.text.append(update, moved, connection.actor.id)
    entry.senders.push({ connection, message })
    this.around.broadcast(entry.frame, connection)
    this.services.writer.append(this, entry)
  }

  /** A row of the log that did not come through this room goes to everyone in it. */
  async takeForeign(seq: number, bytes: Uint8Array): Promise<void> {
    if (this.text.tail.some(entry => entry.seq === seq)) return
    const entry = this.text.insertCommitted(readUpdate(bytes), seq)
    // It builds on rows that have not come here either.
    if (!entry) return this.folding.fold()
    this.around.broadcast(entry.frame, null)
    this.folding.committed()
  }

  async learnDeletions(): Promise<void> {
    for (;;) {
      const { base } = this.text
      const deletions = await this.replies.deletions()
      // Folded meanwhile: these are the deletions of the state before.
      if (base !== this.text.base) continue
      this.text.learnDeletions(deletions)
      return
    }
  }

  committed(entries: TailEntry[]): void {
    const told = new Set<Connection>()
    for (const { connection, message } of entries.flatMap(entry => entry.senders)) {
      connection.settle(message)
      told.add(connection)
    }
    for (const connection of told) connection.tellSaved()
    this.folding.committed()
    this.wakeSettlers()
  }

  refused(entries: TailEntry[], why: 'locked' | 'no-report'): void {
    this.text.remove(entries)
    for (const { connection, message } of entries.flatMap(entry => entry.senders)) {
      connection.tellDenied({ reason: 'locked', message })
    }
    this.around.onRefused(why)
    this.wakeSettlers()
  }

  private wakeSettlers(): void {
    if (!this.hasUncommitted) for (const resolve of this.settlers.splice(0)) resolve()
  }
}
