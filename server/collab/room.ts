import { type Changed, CLOSE, type Denied } from '#editor/core/collab-protocol.ts'
import type { Documents } from '../documents/documents.ts'
import { loggableError } from '../documents/loggable-error.ts'
import { log } from '../log.ts'
import type { Actor } from '../policies/actor.ts'
import { can, type ReportThing } from '../policies/can.ts'
import { RoomAwareness } from './awareness.ts'
import type { Connection } from './connection.ts'
import type { StoredDocument } from './load-document.ts'
import type { LogSource, LogWriter } from './log-writer.ts'
import { MalformedError } from './malformed.ts'
import { type Incoming, readMessage, stateVectorFrame, updateFrame } from './messages.ts'
import { Outbox } from './outbox.ts'
import { RoomFolding } from './room-folding.ts'
import { RoomText, type TailEntry } from './room-text.ts'
import { SyncReplies } from './sync-replies.ts'
import type { Tuning } from './tuning.ts'
import type { Update } from './update.ts'
import { type Accepting, UpdateIntake } from './update-intake.ts'

export interface RoomServices {
  documents: Pick<Documents, 'fold' | 'diff'>
  writer: LogWriter<TailEntry>
  tuning: Tuning
  /** The database refused text: the report was locked, and the event is still on its way. */
  onRefused: (room: Room) => void
}

/** One open report: its text as bytes, and the connections that edit it. No Y.Doc. */
export class Room implements LogSource<TailEntry>, Accepting {
  readonly connections = new Set<Connection>()
  private report: ReportThing
  private readonly text: RoomText
  private readonly replies: SyncReplies
  private readonly outbox = new Outbox(this.connections)
  private readonly awareness = new RoomAwareness((frame, from) => this.outbox.add(frame, from))
  private readonly intake: UpdateIntake
  private readonly folding: RoomFolding
  private readonly onCommitted: (() => void)[] = []

  constructor(
    readonly reportId: string,
    report: ReportThing,
    stored: StoredDocument,
    private readonly services: RoomServices,
  ) {
    const { documents, tuning } = services
    this.report = report
    this.text = new RoomText({ ...stored, deletions: null }, stored.tail)
    this.replies = new SyncReplies(this.text.base, documents.diff)
    this.intake = new UpdateIntake(this.text, this, tuning.parkedBytes)
    this.folding = new RoomFolding(reportId, this.text, this.replies, documents, tuning, update =>
      this.outbox.add(updateFrame(update), null),
    )
  }

  join(connection: Connection): void {
    this.connections.add(connection)
    this.applyRights(connection)
    connection.write(stateVectorFrame(this.text.clocks.encode()))
    const others = this.awareness.all()
    if (others) connection.write(others)
  }

  leave(connection: Connection): void {
    if (!this.connections.delete(connection)) return
    this.intake.drop(connection)
    this.awareness.drop(connection)
  }

  /**
   * Handles one frame. Never throws.
   * @returns a promise where the connection's next frame must wait
   */
  receive(connection: Connection, frame: Uint8Array): Promise<void> | undefined {
    if (!connection.isOpen) return undefined
    try {
      return this.handle(connection, readMessage(frame))?.catch(error => this.failed(connection, error))
    } catch (error) {
      this.failed(connection, error)
      return undefined
    }
  }

  /** New rights take effect at once; whoever may not read any more is closed. */
  setRights(report: ReportThing, actors: Map<string, Actor | null>): void {
    this.report = report
    for (const connection of this.connections) {
      const actor = actors.get(connection.actor.id)
      if (actor === null) connection.refuse(CLOSE.noSession, 'account closed')
      else if (actor) connection.actor = actor
      this.applyRights(connection)
    }
  }

  tellChanged(what: Changed['what'], userId?: string): void {
    for (const connection of this.connections) {
      if (userId === undefined || connection.actor.id === userId) connection.tellChanged(what)
    }
  }

  /** Who is here, each once. */
  people(): { userId: string; name: string }[] {
    const open = [...this.connections].filter(connection => connection.isOpen)
    const names = new Map(open.map(({ actor }) => [actor.id, actor.name]))
    return [...names].map(([userId, name]) => ({ userId, name }))
  }

  get organisationId(): string {
    return this.report.organisationId
  }

  /** Resolves when all is committed and, if the worker can, folded. Nothing is under way then. */
  async settle(): Promise<void> {
    if (this.text.lastUncommitted) await new Promise<void>(resolve => this.onCommitted.push(resolve))
    if (this.text.tail.length > 0) await this.folding.fold()
    else await this.folding.idle()
  }

  /** Also fetches what other writers put into the log. Never rejects. */
  fold(): Promise<void> {
    return this.folding.fold()
  }

  get hasUncommitted(): boolean {
    return this.text.lastUncommitted !== null
  }

  /** No fold begins after this. */
  dispose(): void {
    this.folding.stop()
  }

  accept(connection: Connection, update: Update, moved: Map<number, number>, message: number): void {
    if (this.text.size + update.bytes.length > this.services.tuning.documentBytes) {
      connection.refuse(CLOSE.tooLarge, 'the document is full')
      return
    }
    const entry = this.text.append(update, moved, connection.actor.id)
    entry.senders.push({ connection, message })
    this.outbox.add(entry.frame, connection)
    this.services.writer.append(this, entry)
  }

  denial(): Denied['reason'] {
    return this.report.lockedAt ? 'locked' : 'read-only'
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
    if (why === 'no-report') for (const connection of this.connections) connection.refuse(CLOSE.unknownReport, 'gone')
    this.services.onRefused(this)
    this.wakeSettlers()
  }

  private handle(connection: Connection, message: Incoming): Promise<void> | undefined {
    switch (message.kind) {
      case 'state-vector':
        return this.answer(connection, message.stateVector)
      case 'update':
        return this.intake.take(connection, message.update, message.isAnswer)
      case 'awareness':
        this.awareness.take(connection, message.states)
        return undefined
      case 'query-awareness': {
        const all = this.awareness.all()
        if (all) connection.write(all)
        return undefined
      }
    }
  }

  private answer(connection: Connection, stateVector: Uint8Array): Promise<void> | undefined {
    const reply = this.replies.reply(stateVector, this.text.tail)
    if (reply instanceof Promise) return reply.then(frames => connection.writeReply(frames))
    connection.writeReply(reply)
    return undefined
  }

  private applyRights(connection: Connection): void {
    connection.mayWrite = can(connection.actor, 'report.write', this.report)
    if (!can(connection.actor, 'report.read', this.report)) connection.refuse(CLOSE.noRights, 'no right to read')
  }

  private failed(connection: Connection, error: unknown): void {
    if (error instanceof MalformedError) {
      connection.refuse(CLOSE.malformed, 'malformed')
    } else {
      log.error(
        { error: loggableError(error), reportId: this.reportId, userId: connection.actor.id },
        'a co-editing message failed',
      )
      connection.refuse(CLOSE.restarting, 'internal error')
    }
  }

  private wakeSettlers(): void {
    if (!this.text.lastUncommitted) for (const resolve of this.onCommitted.splice(0)) resolve()
  }
}
