import { CLOSE } from '#editor/core/collab-protocol.ts'
import { DocumentNewerError } from '../documents/errors.ts'
import type { Admitted } from './admission.ts'
import type { ClientSocket } from './client-socket.ts'
import type { CollabCounters } from './collab-counters.ts'
import { Connection } from './connection.ts'
import { turnAway } from './gatekeeper.ts'
import { Inbox } from './inbox.ts'
import { NoDocumentError } from './load-room.ts'
import type { Room } from './room.ts'
import type { RoomDirectory } from './room-directory.ts'
import type { Tuning } from './tuning.ts'
import { UserLimits } from './user-limits.ts'

/** All open connections, from the admission of each to its end. */
export class Guests implements Iterable<Connection> {
  private readonly connections = new Set<Connection>()
  private readonly limits: UserLimits
  private pressed = false
  private reading = true
  private onLast: (() => void) | null = null

  /** @param onJoined called when a connection has joined its room */
  constructor(
    private readonly rooms: RoomDirectory,
    private readonly tuning: Tuning,
    private readonly counters: CollabCounters,
    private readonly onJoined: (room: Room, connection: Connection, admitted: Admitted) => void,
  ) {
    this.limits = new UserLimits(tuning)
  }

  welcome(socket: ClientSocket, admitted: Admitted): void {
    const { reportId, actor } = admitted
    if (!this.limits.enter(actor.id, reportId)) {
      turnAway(socket, { code: CLOSE.tooMany, why: 'too many connections' }, admitted, this.counters)
      return
    }
    const connection = new Connection(socket, { ...admitted, tuning: this.tuning, counters: this.counters })
    this.connections.add(connection)
    const visit = this.rooms.enter(reportId)
    let room: Room | null = null

    const inbox = new Inbox(connection, this.tuning.inboxBytes, frame =>
      this.reading ? room?.receive(connection, frame) : undefined,
    )
    const joining = visit.room.then(
      opened => {
        if (!connection.isOpen) return
        room = opened
        room.join(connection)
        if (this.pressed && connection.mayWrite) connection.hold('pressure')
        this.onJoined(room, connection, admitted)
      },
      (error: unknown) => {
        if (error instanceof NoDocumentError) connection.refuse(CLOSE.unknownReport, 'no document')
        else if (error instanceof DocumentNewerError) connection.refuse(CLOSE.newerDocument, 'newer document')
        else connection.refuse(CLOSE.restarting, 'cannot be loaded')
      },
    )
    inbox.waitFor(joining)

    socket.listen({
      message: (data, isBinary) => {
        connection.alive = true
        if (!connection.isOpen || !this.reading) return
        if (!isBinary) connection.refuse(CLOSE.malformed, 'text frame')
        else if (connection.admitMessage(data.length)) inbox.push(data)
      },
      alive: () => {
        connection.alive = true
      },
      closed: () => {
        this.connections.delete(connection)
        this.limits.leave(actor.id, reportId)
        room?.leave(connection)
        visit.leave()
        if (this.connections.size === 0) this.onLast?.()
      },
    })
  }

  get count(): number {
    return this.connections.size
  }

  /** Uncommitted text fills the memory: read no more of it until the database has taken what is there. */
  press(pressed: boolean): void {
    this.pressed = pressed
    for (const connection of this.connections) {
      if (!pressed) connection.release('pressure')
      else if (connection.mayWrite) connection.hold('pressure')
    }
  }

  /** Frames that come from now on are dropped. Close frames are still answered. */
  stopReading(): void {
    this.reading = false
    for (const connection of this.connections) connection.release('pressure')
  }

  /** Resolves when the last socket is closed. */
  allGone(): Promise<void> {
    if (this.connections.size === 0) return Promise.resolve()
    return new Promise(resolve => {
      this.onLast = resolve
    })
  }

  [Symbol.iterator](): Iterator<Connection> {
    return this.connections[Symbol.iterator]()
  }
}
