import { randomBytes } from 'node:crypto'
import type { Sql } from '#db/client.ts'
import type { Bus } from './bus/bus.ts'
import type { Person } from './bus/bus-message.ts'
import { NodeRegistry } from './bus/node-registry.ts'
import { type BusCounters, RoomLine } from './bus/room-line.ts'
import { LogWatch } from './log-watch.ts'
import type { RoomDirectory } from './room-directory.ts'
import type { Tuning } from './tuning.ts'

/** Who is where is told whole once in so many heartbeats, for nodes that have missed something. */
const BEATS_PER_REFRESH = 8

export interface NodesOptions {
  bus: Bus
  sql: Sql
  rooms: RoomDirectory
  tuning: Tuning
  counters: BusCounters
}

/** This process as one node among several: what its rooms hear of the others, and what it tells them. */
export class Nodes {
  /** Another one at every start: what an earlier process took in and did not commit is not ours to vouch for. */
  private readonly node = randomBytes(9).toString('base64url')
  private readonly registry: NodeRegistry
  private readonly watch: LogWatch
  private readonly refresh: NodeJS.Timeout

  constructor(private readonly options: NodesOptions) {
    const { bus, sql, rooms, tuning } = options
    this.registry = new NodeRegistry({
      bus,
      node: this.node,
      heartbeat: tuning.nodeHeartbeat,
      timeout: tuning.nodeTimeout,
      people: () =>
        rooms
          .all()
          .map(room => ({ reportId: room.reportId, people: room.people() }))
          .filter(({ people }) => people.length > 0),
      onGone: node => {
        for (const room of rooms.all()) room.nodeGone(node)
      },
    })
    this.watch = new LogWatch(sql, rooms, tuning, node => this.registry.isAlive(node))
    this.refresh = setInterval(() => {
      for (const room of rooms.all()) room.tellWhoIsHere()
    }, BEATS_PER_REFRESH * tuning.nodeHeartbeat).unref()
  }

  line(reportId: string): RoomLine {
    const { bus, tuning, counters } = this.options
    return new RoomLine(
      { bus, node: this.node, largest: tuning.busBytes, counters, onHeard: node => this.registry.heard(node) },
      reportId,
    )
  }

  /** Who is in the report at other nodes. */
  inReport(reportId: string): Person[] {
    return this.registry.inReport(reportId)
  }

  peopleChanged(): void {
    this.registry.changed()
  }

  missing(reportId: string, seqs: readonly number[]): void {
    this.watch.read(reportId, seqs)
  }

  missed(reportId: string): void {
    this.watch.check(reportId)
  }

  /** Rows that the others have not confirmed are written here: there is no later. */
  adoptAll(): void {
    for (const { document } of this.options.rooms.all()) document.commits.adopt(document.commits.foreign.entries)
  }

  /** Tells the others that nobody is here any more. */
  leave(): void {
    clearInterval(this.refresh)
    this.watch.stop()
    this.registry.leave()
  }
}
