import { CLOSE } from '#editor/core/collab-protocol.ts'
import type { Documents } from '../documents/documents.ts'
import type { Actor } from '../policies/actor.ts'
import type { RoomLine } from './bus/room-line.ts'
import type { CollabCounters } from './collab-counters.ts'
import type { LogSource } from './commit-queue.ts'
import type { Connection } from './connection.ts'
import { ForeignUpdates, type Receiving } from './foreign-updates.ts'
import type { FragmentIndex, Touched } from './fragment-index.ts'
import { judgeAgain } from './judge-again.ts'
import type { StoredDocument } from './load-document.ts'
import type { StoredUpdate } from './log-rows.ts'
import type { LogWriter } from './log-writer.ts'
import { stateVectorFrame, updateFrame } from './messages.ts'
import type { Parked } from './parked-updates.ts'
import type { Stored } from './read-stored.ts'
import { Receipt } from './receipt.ts'
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
export class RoomDocument implements LogSource<TailEntry>, Accepting, Receiving {
  readonly foreign: ForeignUpdates
  /** Highest place in the log that was known when the room was opened. */
  readonly openedAt: number
  private readonly text: RoomText
  private readonly replies: SyncReplies
  private readonly intake: UpdateIntake
  private readonly folding: RoomFolding
  private readonly state: RoomState
  private readonly fragments: RoomFragments
  private readonly settlers: { entries: TailEntry[]; done: () => void }[] = []

  constructor(
    readonly reportId: string,
    stored: StoredDocument,
    private readonly services: RoomServices,
    private readonly around: Surroundings,
  ) {
    const { documents, tuning, shelf, readStored } = services
    this.text = new RoomText(stored, stored.tail, stored.recent)
    this.openedAt = Math.max(stored.seq, this.text.lastSeq)
    this.foreign = new ForeignUpdates(this.text, this, tuning.parkedBytes)
    this.replies = new SyncReplies(this.text.base, documents.diff, shelf)
    this.intake = new UpdateIntake(this.text, this, tuning.parkedBytes)
    const caughtUp = (update: Uint8Array): void => {
      around.broadcast(updateFrame(update), null)
      this.foreign.revisit()
    }
    this.folding = new RoomFolding(reportId, this.text, this.replies, documents, tuning, caughtUp, stored.version)
    this.state = new RoomState(reportId, this.text, this.folding, this.replies, readStored)
    this.fragments = new RoomFragments(this.text, this.state, documents)
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

  /** When these are in the log, everything that is here now is. */
  private get uncommitted(): TailEntry[] {
    const last = this.text.lastUncommitted
    return last ? [last, ...this.foreign.entries] : [...this.foreign.entries]
  }

  get hasUncommitted(): boolean {
    return this.uncommitted.length > 0
  }

  /** Resolves when all is committed and, if the worker can, folded. Nothing is under way then. */
  async settle(): Promise<void> {
    for (let entries = this.uncommitted; entries.length > 0; entries = this.uncommitted) await this.decided(entries)
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
    if (last) await this.decided([last])
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
    const { counters, line, writer } = this.services
    counters.updatesAccepted += 1
    const entry = this.text.append(update, moved, connection.actor.id, {
      origin: line?.nextOrigin() ?? null,
      rights: this.around.rightsVersion(),
    })
    const receipt = new Receipt(connection, message).waitFor(entry)
    // The client left out what the room said it had. It may be the client's own text, sent to another node before.
    if (isAnswer) for (const foreign of this.foreign.entries) receipt.waitFor(foreign)
    // Those at other nodes have the longer way.
    line?.sendUpdate(entry)
    this.around.broadcast(entry.frame, connection)
    writer.append(this, entry)
    this.foreign.revisit()
  }

  /** All of it is here, but maybe on its way to the database still: then it is saved when that is. */
  acknowledge(connection: Connection, message: number): void {
    const { uncommitted } = this
    if (uncommitted.length === 0) {
      connection.settle(message)
      connection.tellSaved()
      return
    }
    const receipt = new Receipt(connection, message)
    for (const entry of uncommitted) receipt.waitFor(entry)
  }

  /**
   * Commits what another node took in and seems not to commit: everything that was written here since builds on it. A
   * row twice in the log does no harm.
   */
  adopt(entries: readonly TailEntry[]): void {
    for (const entry of entries) {
      if (!this.foreign.adopt(entry)) continue
      entry.rights = this.around.rightsVersion()
      this.services.writer.append(this, entry)
    }
  }

  spread(entry: TailEntry): void {
    this.around.broadcast(entry.frame, null)
  }

  /** Rows of the log that did not come through this room go to everyone in it. */
  async takeRows(rows: readonly StoredUpdate[]): Promise<void> {
    this.foreign.takeRows(rows)
    // They build on rows that have not come here either.
    if (this.text.isIncomplete) await this.folding.fold()
  }

  async learnDeletions(): Promise<void> {
    if (!this.text.base.deletions) await this.state.recall()
    const { deletions } = this.text.base
    if (!deletions) throw new StateUnavailableError(this.reportId)
    this.text.learnDeletions(deletions)
  }

  committed(entries: TailEntry[]): void {
    const now = performance.now()
    for (const entry of entries) {
      this.foreign.forget(entry)
      this.services.counters.onCommitted((now - entry.takenAt) / 1000)
    }
    const committed = entries.flatMap(({ origin, seq }) => (origin && seq !== null ? [{ origin, seq }] : []))
    this.services.line?.send({ kind: 'committed', committed })
    this.settled(entries)
  }

  settled(entries: TailEntry[]): void {
    const told = new Set<Connection>()
    for (const receipt of entries.flatMap(entry => entry.receipts.splice(0))) {
      receipt.committed()
      told.add(receipt.connection)
    }
    for (const connection of told) connection.tellSaved()
    this.folding.committed()
    this.wakeSettlers()
  }

  refused(entries: TailEntry[], why: 'locked' | 'no-report'): void {
    this.withdraw(entries)
    this.around.onRefused(why)
  }

  async judgeAgain(entries: readonly TailEntry[]): Promise<TailEntry[]> {
    if (entries[0]?.rights === this.around.rightsVersion()) await this.around.renewRights()
    for (;;) {
      const state = await this.state.recall()
      const { base } = this.text
      const { deletions } = base
      const fragments = await this.fragments.indexOf(state)
      // Folded meanwhile: the log since that state is not what it was.
      if (base === this.text.base && deletions) return this.judgeNow(new Set(entries), fragments, deletions)
    }
  }

  private judgeNow(entries: ReadonlySet<TailEntry>, fragments: FragmentIndex, deletions: Uint8Array): TailEntry[] {
    const denialOf = (entry: TailEntry, touched: Touched): Denial | null => {
      const writer = entry.receipts.find(({ connection }) => connection.actor.id === entry.userId)?.connection
      return writer ? this.around.denialOf(writer.actor, touched) : null
    }
    const { stateVector } = this.text.base
    const denials = judgeAgain({ stateVector, deletions, fragments, tail: this.text.tail, entries, denialOf })
    for (const entry of entries) entry.rights = this.around.rightsVersion()
    const refused = [...denials.keys()]
    if (refused.length > 0) this.withdraw(refused, denials)
    return refused
  }

  /** Takes out what never was, nor will be, committed. */
  private withdraw(entries: TailEntry[], denials?: ReadonlyMap<TailEntry, Denial>): void {
    for (const entry of entries) this.foreign.forget(entry)
    const numbers = entries.flatMap(({ origin, isForeign }) => (origin && !isForeign ? [origin.number] : []))
    this.services.line?.send({ kind: 'refused', numbers })
    this.dropped(entries, denials)
  }

  dropped(entries: TailEntry[], denials?: ReadonlyMap<TailEntry, Denial>): void {
    this.text.remove(entries)
    const writers = new Set<Connection>()
    for (const entry of entries) {
      const denial = denials?.get(entry) ?? { reason: 'locked' }
      for (const receipt of entry.receipts.splice(0)) {
        if (receipt.connection.actor.id !== entry.userId) receipt.withdrawn()
        else {
          this.intake.refused(receipt.connection, denial)
          receipt.refused(denial)
          writers.add(receipt.connection)
        }
      }
    }
    // The others were shown it when it came.
    for (const connection of this.around.connections) if (!writers.has(connection)) connection.tellWithdrawn()
    this.wakeSettlers()
  }

  /** Resolves when all of them are committed, or refused. */
  private async decided(entries: TailEntry[]): Promise<void> {
    if (entries.length > 0) await new Promise<void>(done => this.settlers.push({ entries, done }))
  }

  private wakeSettlers(): void {
    for (const settler of this.settlers.splice(0)) {
      if (settler.entries.some(entry => entry.seq === null && this.text.tail.includes(entry)))
        this.settlers.push(settler)
      else settler.done()
    }
  }
}
