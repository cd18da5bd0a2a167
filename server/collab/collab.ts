import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { DatabaseClient } from '#db/client.ts'
import { CLOSE } from '#editor/core/collab-protocol.ts'
import type { Documents } from '../documents/documents.ts'
import type { ServerEvent } from '../events.ts'
import { log } from '../log.ts'
import type { Actor } from '../policies/actor.ts'
import { type Admitted, type Authenticate, admit } from './admission.ts'
import type { ClientSocket } from './client-socket.ts'
import { EventDispatch } from './event-dispatch.ts'
import { Gatekeeper } from './gatekeeper.ts'
import { Guests } from './guests.ts'
import { startHeartbeat } from './heartbeat.ts'
import { loadRoom } from './load-room.ts'
import { LogWriter } from './log-writer.ts'
import { Polling } from './polling/polling.ts'
import type { Presence } from './presence.ts'
import { Reception } from './reception.ts'
import { loadReportThing } from './report-row.ts'
import { RightsReview } from './rights-review.ts'
import { RoomDirectory } from './room-directory.ts'
import type { TailEntry } from './room-text.ts'
import { DEFAULT_TUNING, type Tuning } from './tuning.ts'
import { within } from './within.ts'

export interface CollabOptions {
  client: Pick<DatabaseClient, 'db' | 'sql'>
  documents: Pick<Documents, 'fold' | 'diff'>
  /** Who the session cookie of an upgrade request speaks for; null if nobody. */
  authenticate: Authenticate
  /** The same person with today's rights; null when the account is gone or closed. */
  reloadActor: (userId: string) => Promise<Actor | null>
  /** Origins that pages are served from besides the request's own host, e.g. behind a proxy that rewrites `Host`. */
  publicOrigins?: () => readonly string[]
  /** Limits and intervals, for tests and unusual machines. */
  tuning?: Partial<Tuning>
}

export interface Collab {
  /** Takes upgrades of `/collab/<reportId>`, and leaves all others alone. @returns whether it was ours */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  /** Takes requests of `/collab/polling/<reportId>`, and leaves all others alone. @returns whether it was ours */
  handleRequest(request: IncomingMessage, response: ServerResponse): boolean
  /** Lets an HTTP server's upgrades come here. */
  attach(server: Server): void
  presence: Presence
  /** Something changed in the database: rights and locks take effect, clients are told. */
  onEvent(event: ServerEvent): void
  /** Events may have been missed: everything is read anew. */
  onEventsReconnected(): void
  /**
   * Tells the clients, commits everything, closes the sockets. What the database does not take within the time limit
   * is logged and given up: its writers have not been told "saved", and send it again to the next server.
   */
  close(): Promise<void>
}

/** The co-editing server: the y-websocket protocol at `/collab/<reportId>`. One per process. */
export function createCollab(options: CollabOptions): Collab {
  const { client, documents, authenticate, reloadActor } = options
  const tuning: Tuning = { ...DEFAULT_TUNING, ...options.tuning }
  const loadReport = (reportId: string) => loadReportThing(client.db, reportId)

  const rights = new RightsReview({ loadReport, reloadActor })
  const writer = new LogWriter<TailEntry>(client.sql, tuning, pressed => guests.press(pressed))
  const rooms = new RoomDirectory(reportId =>
    loadRoom(client.db, reportId, { documents, writer, tuning, onRefused: room => events.locked(room) }),
  )
  const events = new EventDispatch(rooms, rights)
  const guests = new Guests(rooms, tuning, (room, { actor }, { epoch }) => {
    // Rights that changed between the admission and now have passed this connection by.
    if (epoch !== events.epoch) void rights.review(room, [actor.id])
  })
  const gatekeeper = new Gatekeeper({
    ...tuning,
    publicOrigins: options.publicOrigins ?? (() => []),
    admit: (request, cookie) => admit(client.db, authenticate, request, cookie, events.epoch),
  })
  const welcome = (socket: ClientSocket, admitted: Admitted): void => guests.welcome(socket, admitted)
  const reception = new Reception(gatekeeper, welcome)
  const polling = new Polling(gatekeeper, tuning, welcome)
  const stopHeartbeat = startHeartbeat(guests, tuning.heartbeat)
  const detach: (() => void)[] = []
  let closing: Promise<void> | undefined

  const collab: Collab = {
    handleUpgrade: (request, socket, head) => reception.handle(request, socket, head),
    handleRequest: (request, response) => polling.handle(request, response),
    attach(server) {
      const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
        reception.handle(request, socket, head)
      }
      server.on('upgrade', onUpgrade)
      detach.push(() => server.off('upgrade', onUpgrade))
    },
    presence: { inReport: reportId => rooms.get(reportId)?.people() ?? [] },
    onEvent: event => events.handle(event),
    onEventsReconnected: () => events.handleAll(),
    close() {
      closing ??= leave()
      return closing
    },
  }
  return collab

  async function leave(): Promise<void> {
    gatekeeper.isClosed = true
    stopHeartbeat()
    rights.stop()
    for (const guest of guests) guest.tellClosing(comeBackIn())
    // What is sent from now on has not been acknowledged, so it comes again.
    guests.stopReading()
    if (!(await within(tuning.closeTimeout, writer.drained()))) {
      log.error({ bytes: writer.uncommitted }, 'the database did not take everything before the end')
    }
    writer.stop()
    for (const guest of guests) guest.refuse(CLOSE.restarting, 'restarting')
    await within(tuning.closeTimeout / 2, Promise.all([guests.allGone(), rooms.settle()]))
    rooms.dispose()
    for (const guest of guests) guest.socket.terminate()
    for (const off of detach) off()
  }
}

/** Spread out, or everyone comes in the same instant. ms. */
const comeBackIn = (): number => Math.round(500 + Math.random() * 2_000)
