import { type Changed, CLOSE } from '#editor/core/collab-protocol.ts'
import { loggableError } from '../documents/loggable-error.ts'
import { log } from '../log.ts'
import type { Actor } from '../policies/actor.ts'
import { can } from '../policies/can.ts'
import { RoomAwareness } from './awareness.ts'
import type { BusMessage, Person } from './bus/bus-message.ts'
import type { LineListener } from './bus/room-line.ts'
import type { Connection } from './connection.ts'
import type { StoredDocument } from './load-document.ts'
import { MalformedError } from './malformed.ts'
import { type Incoming, readMessage } from './messages.ts'
import { Outbox } from './outbox.ts'
import { RoomDocument, type RoomServices } from './room-document.ts'
import { type Denial, type ReportRights, writeLimits } from './write-limits.ts'

export interface RoomOptions extends RoomServices {
  /** The database refused text: the report was locked, and the event is still on its way. */
  onRefused: (room: Room) => void
  /** Rights have changed, and the event is still on its way. @returns when {@link Room.setRights} has been called */
  onOutdated: (room: Room) => Promise<void>
  /** Somebody came or left. */
  onPeople: () => void
  /** Other nodes have committed what is not here. */
  onMissing: (reportId: string, seqs: number[]) => void
  /** What other nodes said may have been missed. */
  onMissed: (reportId: string) => void
}

/** One open report and the connections in it: who is there, what each may do, and what each frame is for. */
export class Room implements LineListener {
  readonly connections = new Set<Connection>()
  readonly document: RoomDocument
  private rights: ReportRights
  private misheard = false
  private readonly outbox = new Outbox(this.connections)
  private readonly awareness: RoomAwareness

  constructor(
    readonly reportId: string,
    rights: ReportRights,
    stored: StoredDocument,
    private readonly options: RoomOptions,
  ) {
    this.rights = rights
    this.awareness = new RoomAwareness(this.connections, states => {
      options.line?.send({ kind: 'awareness', whole: false, states })
    })
    this.document = new RoomDocument(reportId, stored, options, {
      broadcast: (frame, from) => this.outbox.add(frame, from),
      denial: () => this.denial(),
      rightsVersion: () => this.rights.version,
      renewRights: () => options.onOutdated(this),
      denialOf: (actor, touched) =>
        can(actor, 'report.write', this.rights.report)
          ? (writeLimits(actor, this.rights)?.denial(touched) ?? null)
          : this.denial(),
      connections: this.connections,
      isOthers: (client, connection) => this.isOthers(client, connection),
      onRefused: why => {
        if (why === 'no-report') this.closeAll(CLOSE.unknownReport, 'gone')
        else options.onRefused(this)
      },
    })
    options.line?.listen(this)
  }

  join(connection: Connection): void {
    this.connections.add(connection)
    this.applyRights(connection)
    this.document.ask(connection)
    const others = this.awareness.all()
    if (others) connection.write(others)
    this.options.onPeople()
  }

  leave(connection: Connection): void {
    if (!this.connections.delete(connection)) return
    this.document.drop(connection)
    this.awareness.drop(connection)
    this.forgetWhatNobodyNeeds()
    this.options.onPeople()
  }

  /** Another node speaks. Never throws. */
  onMessage(message: BusMessage): void {
    try {
      this.hear(message)
    } catch (error) {
      const { reportId } = this
      const { node } = message
      if (!this.misheard)
        log.error({ error: loggableError(error), reportId, node }, 'a message of another node is no use')
      this.misheard = true
      this.options.counters.busUnreadable += 1
    }
  }

  onLive(): void {
    this.options.line?.send({ kind: 'hello' })
    this.tellWhoIsHere()
    this.options.onMissed(this.reportId)
  }

  /** All that other nodes must know of who is here: they may have missed some of it. */
  tellWhoIsHere(): void {
    this.options.line?.send({ kind: 'awareness', whole: true, states: this.awareness.local() })
  }

  /** Whoever was there is no longer. */
  nodeGone(node: string): void {
    this.awareness.dropRemote(node)
  }

  dispose(): void {
    this.awareness.flushNow()
    this.document.dispose()
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
  setRights(rights: ReportRights, actors: Map<string, Actor | null>): void {
    this.rights = rights
    for (const connection of this.connections) {
      const actor = actors.get(connection.actor.id)
      if (actor === null) connection.refuse(CLOSE.noSession, 'account closed')
      else if (actor) connection.actor = actor
      this.applyRights(connection)
    }
    this.forgetWhatNobodyNeeds()
  }

  tellChanged(changed: Changed, userId?: string): void {
    for (const connection of this.connections) {
      if (userId === undefined || connection.actor.id === userId) connection.tellChanged(changed)
    }
  }

  closeAll(code: number, why: string): void {
    for (const connection of this.connections) connection.refuse(code, why)
  }

  /** Who is here, each once. */
  people(): Person[] {
    const open = [...this.connections].filter(connection => connection.isOpen)
    const names = new Map(open.map(({ actor }) => [actor.id, actor.name]))
    return [...names].map(([userId, name]) => ({ userId, name }))
  }

  get organisationId(): string {
    return this.rights.report.organisationId
  }

  private handle(connection: Connection, message: Incoming): Promise<void> | undefined {
    switch (message.kind) {
      case 'state-vector':
        return this.document.answer(connection, message.stateVector)
      case 'update':
        return this.document.take(connection, message.update, message.isAnswer)
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

  private hear(message: BusMessage): void {
    switch (message.kind) {
      case 'updates':
        this.document.commits.foreign.take(message.node, message.updates)
        break
      case 'committed':
        this.options.onMissing(this.reportId, this.document.commits.foreign.committed(message.committed))
        break
      case 'refused':
        this.document.commits.foreign.refused(message.node, message.numbers)
        break
      case 'awareness':
        this.awareness.takeRemote(message.node, message.states, message.whole)
        break
      case 'hello':
        this.tellWhoIsHere()
    }
  }

  private denial(): Denial {
    return { reason: this.rights.report.lockedAt ? 'locked' : 'read-only' }
  }

  private applyRights(connection: Connection): void {
    const { actor } = connection
    const { report } = this.rights
    connection.mayWrite = can(actor, 'report.write', report)
    connection.limits = connection.mayWrite ? writeLimits(actor, this.rights) : null
    if (!can(actor, 'report.read', report)) connection.refuse(CLOSE.noRights, 'no right to read')
  }

  /** Whether somebody who may write everywhere says that they write as this Yjs client. */
  private isOthers(client: number, from: Connection): boolean {
    for (const { awarenessId, actor, mayWrite, limits } of this.connections) {
      if (awarenessId === client && actor.id !== from.actor.id && mayWrite && (limits?.elsewhere ?? true)) return true
    }
    return false
  }

  /** The index of fragments costs memory and a little time with every update. */
  private forgetWhatNobodyNeeds(): void {
    for (const { limits } of this.connections) if (limits) return
    this.document.forgetFragments()
  }

  private failed(connection: Connection, error: unknown): void {
    if (error instanceof MalformedError) {
      connection.refuse(CLOSE.malformed, 'malformed')
      return
    }
    const { reportId } = this
    log.error({ error: loggableError(error), reportId, userId: connection.actor.id }, 'a co-editing message failed')
    connection.refuse(CLOSE.restarting, 'internal error')
  }
}
