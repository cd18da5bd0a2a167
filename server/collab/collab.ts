import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { DatabaseClient } from '#db/client.ts'
import { CLOSE } from '#editor/core/collab-protocol.ts'
import type { IsTrustedProxy } from '../client-address.ts'
import type { Documents } from '../documents/documents.ts'
import type { ServerEvent } from '../events.ts'
import { log } from '../log.ts'
import type { Actor } from '../policies/actor.ts'
import { type Admitted, type Authenticate, admit } from './admission.ts'
import type { Bus } from './bus/bus.ts'
import type { ClientSocket } from './client-socket.ts'
import { CollabCounters, type CollabState } from './collab-counters.ts'
import { EventDispatch } from './event-dispatch.ts'
import { Gatekeeper } from './gatekeeper.ts'
import { Guests } from './guests.ts'
import { startHeartbeat } from './heartbeat.ts'
import { loadRoom } from './load-room.ts'
import { LogWriter } from './log-writer.ts'
import { Nodes } from './nodes.ts'
import { Polling } from './polling/polling.ts'
import type { Presence } from './presence.ts'
import { readForeign } from './read-foreign.ts'
import { readMoved } from './read-moved.ts'
import { readStored } from './read-stored.ts'
import { Reception } from './reception.ts'
import { loadReportRights } from './report-row.ts'
import { RightsReview } from './rights-review.ts'
import type { Room } from './room.ts'
import { RoomDirectory } from './room-directory.ts'
import type { TailEntry } from './room-text.ts'
import { StateShelf } from './state-shelf.ts'
import { DEFAULT_TUNING, type Tuning } from './tuning.ts'
import { within } from './within.ts'

export interface CollabOptions {
  client: Pick<DatabaseClient, 'db' | 'sql'>
  documents: Pick<Documents, 'fold' | 'diff' | 'fragments'>
  /** Who the session cookie of an upgrade request speaks for; null if nobody. */
  authenticate: Authenticate
  /** The same person with today's rights; null when the account is gone or closed. */
  reloadActor: (userId: string) => Promise<Actor | null>
  /** Origins that pages are served from besides the request's own host, e.g. behind a proxy that rewrites `Host`. */
  publicOrigins?: () => readonly string[]
  /** Whose word is taken for the address that a connection comes from; nobody's unless given. */
  isTrustedProxy?: IsTrustedProxy
  /** To the other nodes on the same database; without it this process is alone. */
  bus?: Bus | null
  /** Limits and intervals, for tests and unusual machines. */
  tuning?: Partial<Tuning>
}

export interface Collab {
  /** Takes upgrades of `/collab/<reportId>`, and leaves all others alone. @returns whether it was ours */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  /** Takes requests of `/collab/polling/<reportId>`, and leaves all others alone. @returns whether it was ours */
  handleRequest(request: IncomingMessage, response: ServerResponse): boolean
  /** Takes somebody in who was admitted, by whatever way they are reached. */
  welcome(socket: ClientSocket, admitted: Admitted): void
  /** Lets an HTTP server's upgrades come here. */
  attach(server: Server): void
  presence: Presence
  readonly counters: CollabCounters
  state(): CollabState
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
  const loadReport = (reportId: string) => loadReportRights(client.db, reportId)

  const rights = new RightsReview({ loadReport, reloadActor })
  const writer = new LogWriter<TailEntry>(client.sql, tuning, pressed => guests.press(pressed))
  const counters = new CollabCounters()
  const shelf = new StateShelf(tuning.stateKept)
  const roomOptions = {
    documents,
    writer,
    tuning,
    counters,
    shelf,
    readStored: (reportId: string) => readStored(client.sql, reportId),
    onRefused: (room: Room) => void events.locked(room),
    onOutdated: (room: Room) => rights.review(room, []),
    onPeople: () => nodes?.peopleChanged(),
    onMissing: (reportId: string, seqs: number[]) => nodes?.missing(reportId, seqs),
    onMissed: (reportId: string) => nodes?.missed(reportId),
  }
  const rooms = new RoomDirectory(reportId =>
    loadRoom(client, reportId, roomOptions, () => nodes?.line(reportId) ?? null),
  )
  const nodes = options.bus ? new Nodes({ bus: options.bus, sql: client.sql, rooms, tuning, counters }) : null
  const events = new EventDispatch(
    rooms,
    rights,
    (room, seq) => readForeign(client.sql, room, seq),
    event => readMoved(client, event),
  )
  const guests = new Guests(rooms, tuning, counters, (room, { actor }, { epoch }) => {
    // Rights that changed between the admission and now have passed this connection by.
    if (epoch !== events.epoch) void rights.review(room, [actor.id])
  })
  const gatekeeper = new Gatekeeper({
    ...tuning,
    counters,
    publicOrigins: options.publicOrigins ?? (() => []),
    isTrustedProxy: options.isTrustedProxy ?? (() => false),
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
    welcome,
    attach(server) {
      const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
        reception.handle(request, socket, head)
      }
      server.on('upgrade', onUpgrade)
      detach.push(() => server.off('upgrade', onUpgrade))
    },
    presence: {
      inReport(reportId) {
        const people = [...(nodes?.inReport(reportId) ?? []), ...(rooms.get(reportId)?.people() ?? [])]
        return [...new Map(people.map(person => [person.userId, person])).values()]
      },
    },
    counters,
    state: () => ({
      rooms: rooms.all().length,
      connections: guests.count,
      states: shelf.count,
      uncommitted: writer.uncommitted,
      busIsUp: options.bus?.isUp ?? null,
    }),
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
    for (const guest of guests) guest.tellClosing(comeBackIn())
    // What is sent from now on has not been acknowledged, so it comes again.
    guests.stopReading()
    nodes?.adoptAll()
    if (!(await within(tuning.closeTimeout, writer.drained()))) {
      log.error({ ...writer.uncommitted }, 'the database did not take everything before the end')
    }
    writer.stop()
    rights.stop()
    for (const guest of guests) guest.refuse(CLOSE.restarting, 'restarting')
    await within(tuning.closeTimeout / 2, Promise.all([guests.allGone(), rooms.settle()]))
    rooms.dispose()
    nodes?.leave()
    for (const guest of guests) guest.socket.terminate()
    for (const off of detach) off()
  }
}

/** Spread out, or everyone comes in the same instant. ms. */
const comeBackIn = (): number => Math.round(500 + Math.random() * 2_000)
