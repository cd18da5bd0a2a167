import { CLOSE } from '#editor/core/collab-protocol.ts'
import type { Documents } from '../documents/documents.ts'
import type { Actor } from '../policies/actor.ts'
import type { RoomLine } from './bus/room-line.ts'
import type { CollabCounters } from './collab-counters.ts'
import type { Connection } from './connection.ts'
import type { Touched } from './fragment-index.ts'
import type { StoredDocument } from './load-document.ts'
import type { StoredUpdate } from './log-rows.ts'
import type { LogWriter } from './log-writer.ts'
import { stateVectorFrame, updateFrame } from './messages.ts'
import type { Parked } from './parked-updates.ts'
import type { Stored } from './read-stored.ts'
import { Receipt } from './receipt.ts'
import { RoomCommits } from './room-commits.ts'
import { RoomFolding } from './room-folding.ts'
import { RoomFragments } from './room-fragments.ts'
import { RoomState, StateUnavailableError } from './room-state.ts'
import { RoomText, type TailEntry } from './room-text.ts'
import type { StateShelf } from './state-shelf.ts'
import { SyncReplies } from './sync-replies.ts'
import type { Tuning } from './tuning.ts'
import type { Update } from './update.ts'
import { type Accepting, UpdateIntake } from './update-intake.ts'
import type { Denial } from './write-limits.ts'

export interface RoomServices {
  documents: Pick<Documents, 'fold' | 'diff' | 'fragments'>
  writer: LogWriter<TailEntry>
  tuning: Tuning
  counters: CollabCounters
  shelf: StateShelf
  readStored: (reportId: string) => Promise<Stored | null>
  /** To the other nodes that have the report open; null where there are none. */
  line: RoomLine | null
}

/** The people around the document. */
export interface Surroundings {
  /** To everyone but `from`. */
  broadcast(frame: Uint8Array, from: Connection | null): void
  /** Why a connection without the right to write may not. */
  denial(): Denial
  /** Of the rights that connections have now. */
  rightsVersion(): string
  /** Reads the rights anew. */
  renewRights(): Promise<void>
  /** Why somebody who wrote this there may not; null if they may. */
  denialOf(actor: Actor, touched: Touched): Denial | null
  connections: Iterable<Connection>
  /** Whether somebody else, who may write everywhere, writes as this Yjs client. */
  isOthers(client: number, connection: Connection): boolean
  /** The database refused text before anyone here knew why. */
  onRefused(why: 'locked' | 'no-report'): void
}

/** A report's document on the way between connections, database and worker. */
export class RoomDocument implements Accepting {
  readonly commits: RoomCommits
  /** Highest place in the log that was known when the room was opened. */
  readonly openedAt: number
  private readonly text: RoomText
  private readonly replies: SyncReplies
  private readonly intake: UpdateIntake
  private readonly folding: RoomFolding
  private readonly state: RoomState
  private readonly fragments: RoomFragments

  constructor(
    readonly reportId: string,
    stored: StoredDocument,
    private readonly services: RoomServices,
    private readonly around: Surroundings,
  ) {
    const { documents, tuning, shelf, readStored } = services
    const text = new RoomText(stored, stored.tail, stored.recent)
    this.text = text
    this.openedAt = Math.max(stored.seq, text.lastSeq)
    this.replies = new SyncReplies(text.base, documents.diff, shelf)
    this.intake = new UpdateIntake(text, this, tuning.parkedBytes)
    const caughtUp = (update: Uint8Array): void => {
      around.broadcast(updateFrame(update), null)
      this.commits.foreign.revisit()
    }
    const folding = new RoomFolding(reportId, text, this.replies, documents, tuning, caughtUp, stored.version)
    const state = new RoomState(reportId, text, folding, this.replies, readStored)
    const fragments = new RoomFragments(text, state, documents)
    this.folding = folding
    this.state = state
    this.fragments = fragments
    this.commits = new RoomCommits(reportId, { text, folding, state, fragments }, services, around, this.intake)
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
    if (!reply) return this.state.recall().then(() => this.answer(connection, stateVector))
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

  /** Resolves when all is committed and, if the worker can, folded. Nothing is under way then. */
  async settle(): Promise<void> {
    for (let entries = this.commits.uncommitted; entries.length > 0; entries = this.commits.uncommitted)
      await this.commits.decided(entries)
    if (this.text.tail.length > 0) await this.folding.fold()
    else await this.folding.idle()
  }

  /** No fold begins after this. */
  dispose(): void {
    this.folding.stop()
    this.services.line?.close()
  }

  fold(): Promise<void> {
    return this.folding.fold()
  }

  async foldSoFar(): Promise<void> {
    const last = this.text.lastUncommitted
    if (last) await this.commits.decided([last])
    // One that is under way may have begun before that.
    await this.folding.idle()
    if (this.text.tail.length > 0) await this.folding.fold()
  }

  denial(): Denial {
    return this.around.denial()
  }

  /** Of the stored state that the room builds on. */
  get version(): string {
    return this.folding.version
  }

  get isFolding(): boolean {
    return this.folding.isRunning
  }

  /** How often a fold here found that another node had folded. */
  get foldsOfOthers(): number {
    return this.folding.foldsOfOthers
  }

  isOthers(client: number, connection: Connection): boolean {
    const writer = this.text.writerOf(client)
    return (writer !== null && writer !== connection.actor.id) || this.around.isOthers(client, connection)
  }

  /** Nobody is left whose updates must be looked into. */
  forgetFragments(): void {
    this.text.forgetFragments()
  }

  learnFragments(): Promise<void> {
    return this.fragments.learn()
  }

  accept(connection: Connection, update: Update, moved: Map<number, number>, { message, isAnswer }: Parked): void {
    if (this.text.size + update.bytes.length > this.services.tuning.documentBytes) {
      connection.refuse(CLOSE.tooLarge, 'the document is full')
      return
    }
    const { counters, line } = this.services
    counters.updatesAccepted += 1
    const entry = this.text.append(update, moved, connection.actor.id, {
      origin: line?.nextOrigin() ?? null,
      rights: this.around.rightsVersion(),
    })
    const receipt = new Receipt(connection, message).waitFor(entry)
    // The client left out what the room said it had. It may be the client's own text, sent to another node before.
    if (isAnswer) for (const foreign of this.commits.foreign.entries) receipt.waitFor(foreign)
    // Those at other nodes have the longer way.
    line?.sendUpdate(entry)
    this.around.broadcast(entry.frame, connection)
    this.commits.commit(entry)
    this.commits.foreign.revisit()
  }

  /** All of it is here, but maybe on its way to the database still: then it is saved when that is. */
  acknowledge(connection: Connection, message: number): void {
    const { uncommitted } = this.commits
    if (uncommitted.length === 0) {
      connection.settle(message)
      connection.tellSaved()
      return
    }
    const receipt = new Receipt(connection, message)
    for (const entry of uncommitted) receipt.waitFor(entry)
  }

  /** Rows of the log that did not come through this room go to everyone in it. */
  async takeRows(rows: readonly StoredUpdate[]): Promise<void> {
    this.commits.foreign.takeRows(rows)
    // They build on rows that have not come here either.
    if (this.text.isIncomplete) await this.folding.fold()
  }

  async learnDeletions(): Promise<void> {
    if (!this.text.base.deletions) await this.state.recall()
    const { deletions } = this.text.base
    if (!deletions) throw new StateUnavailableError(this.reportId)
    this.text.learnDeletions(deletions)
  }
}
