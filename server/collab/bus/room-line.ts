import { log } from '../../log.ts'
import type { TailEntry } from '../room-text.ts'
import type { Bus } from './bus.ts'
import {
  type BusBody,
  type BusMessage,
  type Origin,
  readBusMessage,
  type SharedUpdate,
  writeBusMessage,
} from './bus-message.ts'

/** What a room does with what other nodes say of its report. */
export interface LineListener {
  onMessage(message: BusMessage): void
  /** What was said before may have been missed. */
  onLive(): void
}

export interface LineOptions {
  bus: Bus
  /** This node. */
  node: string
  /** Larger updates are not sent: the others read them from the log when they are told that they are there. Bytes. */
  largest: number
  counters: BusCounters
  /** The node has spoken. */
  onHeard: (node: string) => void
}

export interface BusCounters {
  busSent: number
  busReceived: number
  busUnreadable: number
}

/** What waits while the room is loaded is in the log soon, so it need not be kept at any price. */
const MOST_WAITING = 10_000

/** One report's topic: what this node took in goes out in order, what others say comes in. Begins before the room is loaded. */
export class RoomLine {
  private readonly topic: string
  private readonly unsubscribe: () => void
  private listener: LineListener | null = null
  private waiting: BusMessage[] = []
  private isLive = false
  private outgoing: SharedUpdate[] = []
  private numbered = 0

  constructor(
    private readonly options: LineOptions,
    reportId: string,
  ) {
    this.topic = `report:${reportId}`
    this.unsubscribe = options.bus.subscribe(this.topic, {
      onMessage: bytes => this.hear(bytes),
      onLive: () => {
        this.isLive = true
        this.listener?.onLive()
      },
    })
  }

  /** Hears what has come since the line began. */
  listen(listener: LineListener): void {
    this.listener = listener
    for (const message of this.waiting.splice(0)) listener.onMessage(message)
    if (this.isLive) listener.onLive()
  }

  nextOrigin(): Origin {
    this.numbered += 1
    return { node: this.options.node, number: this.numbered }
  }

  sendUpdate({ origin, userId, bytes }: TailEntry): void {
    if (!origin || bytes.length > this.options.largest) return
    // One message for all that one read of a socket brought, as with the outbox.
    if (this.outgoing.length === 0) queueMicrotask(() => this.flush())
    this.outgoing.push({ number: origin.number, userId, bytes })
  }

  send(body: BusBody): void {
    this.flush()
    this.publish(body)
  }

  close(): void {
    this.flush()
    this.unsubscribe()
  }

  private flush(): void {
    if (this.outgoing.length > 0) this.publish({ kind: 'updates', updates: this.outgoing.splice(0) })
  }

  private publish(body: BusBody): void {
    this.options.counters.busSent += 1
    this.options.bus.publish(this.topic, writeBusMessage(this.options.node, body))
  }

  private hear(bytes: Uint8Array): void {
    const { node, counters } = this.options
    try {
      const message = readBusMessage(bytes)
      if (message.node === node) return
      counters.busReceived += 1
      this.options.onHeard(message.node)
      if (this.listener) this.listener.onMessage(message)
      else if (this.waiting.length < MOST_WAITING) this.waiting.push(message)
    } catch (error) {
      // Nobody can be closed for it, and whatever text it held comes from the log.
      if (counters.busUnreadable === 0) log.error({ err: error, topic: this.topic }, 'a bus message cannot be read')
      counters.busUnreadable += 1
    }
  }
}
