import { OutageLog } from '../../outage-log.ts'
import type { Bus } from './bus.ts'
import { type BusMessage, type Person, readBusMessage, writeBusMessage } from './bus-message.ts'

export interface NodeRegistryOptions {
  bus: Bus
  /** This node. */
  node: string
  /** ms */
  heartbeat: number
  /** A node that is not heard for so long is gone, ms. */
  timeout: number
  /** Who is in which report here. */
  people: () => { reportId: string; people: Person[] }[]
  /** Whoever was at that node is no longer there. */
  onGone: (node: string) => void
}

interface Known {
  heardAt: number
  rooms: Map<string, Person[]>
}

const TOPIC = 'nodes'
/** People who come and go within so many ms are told of together. */
const WINDOW = 100

/** Which other nodes live, and who is in which report there. */
export class NodeRegistry {
  private readonly nodes = new Map<string, Known>()
  private readonly unsubscribe: () => void
  private readonly timer: NodeJS.Timeout
  private soon: NodeJS.Timeout | null = null
  private ownHeardAt = performance.now()
  private readonly outage = new OutageLog('reading what other nodes say')

  constructor(private readonly options: NodeRegistryOptions) {
    this.unsubscribe = options.bus.subscribe(TOPIC, { onMessage: bytes => this.hear(bytes), onLive: () => this.tell() })
    this.timer = setInterval(() => this.beat(), options.heartbeat).unref()
  }

  isAlive(node: string): boolean {
    return this.nodes.has(node)
  }

  /** Who is in the report at other nodes. */
  inReport(reportId: string): Person[] {
    return [...this.nodes.values()].flatMap(({ rooms }) => rooms.get(reportId) ?? [])
  }

  /** Somebody came or left here. */
  changed(): void {
    this.soon ??= setTimeout(() => this.tell(), WINDOW)
  }

  /** Any message of a node shows that it lives. */
  heard(node: string): void {
    const known = this.nodes.get(node)
    if (known) known.heardAt = performance.now()
    else this.nodes.set(node, { heardAt: performance.now(), rooms: new Map() })
  }

  leave(): void {
    clearInterval(this.timer)
    if (this.soon) clearTimeout(this.soon)
    this.options.bus.publish(TOPIC, writeBusMessage(this.options.node, { kind: 'bye' }))
    this.unsubscribe()
  }

  private tell(): void {
    if (this.soon) clearTimeout(this.soon)
    this.soon = null
    const { bus, node, people } = this.options
    bus.publish(TOPIC, writeBusMessage(node, { kind: 'alive', rooms: people() }))
  }

  private beat(): void {
    const { bus, timeout } = this.options
    const now = performance.now()
    for (const [node, { heardAt }] of this.nodes) if (now - heardAt > timeout) this.forget(node)
    // A connection that died without a word: we would hear ourselves otherwise.
    if (!bus.isUp) this.ownHeardAt = now
    else if (now - this.ownHeardAt > 2 * timeout) {
      this.ownHeardAt = now
      bus.reconnect()
    }
    this.tell()
  }

  private hear(bytes: Uint8Array): void {
    let message: BusMessage
    try {
      message = readBusMessage(bytes)
    } catch (error) {
      this.outage.failed(error)
      return
    }
    if (message.node === this.options.node) this.ownHeardAt = performance.now()
    else if (message.kind === 'bye') this.forget(message.node)
    else if (message.kind === 'alive') {
      this.heard(message.node)
      const rooms = new Map(message.rooms.map(({ reportId, people }) => [reportId, people]))
      this.nodes.set(message.node, { heardAt: performance.now(), rooms })
    }
  }

  private forget(node: string): void {
    if (this.nodes.delete(node)) this.options.onGone(node)
  }
}
