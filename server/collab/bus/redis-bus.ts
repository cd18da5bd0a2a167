import { Redis } from 'ioredis'
import { OutageLog } from '../../outage-log.ts'
import type { Bus, BusListener } from './bus.ts'

export interface RedisBusOptions {
  /** redis:// or rediss:// */
  url: string
  /** Before every channel: Redis' pub/sub knows no databases, and several installations may share one Redis. */
  prefix: string
}

const CONNECT_TIMEOUT_MS = 5_000
const LONGEST_PAUSE_MS = 1_000

/** Redis pub/sub. While Redis is away it is tried again for ever, and subscriptions come back with it. */
export class RedisBus implements Bus {
  private readonly publisher: Redis
  private readonly subscriber: Redis
  private readonly listeners = new Map<string, BusListener>()
  private readonly outage = new OutageLog('the bus between the nodes')
  private closed = false

  constructor(private readonly options: RedisBusOptions) {
    this.publisher = this.connect()
    this.subscriber = this.connect()
    this.subscriber.on('ready', () => this.subscribeAll([...this.listeners.keys()]))
    this.subscriber.on('messageBuffer', (channel: Buffer, message: Buffer) => {
      this.listeners.get(this.topicOf(channel.toString()))?.onMessage(message)
    })
  }

  get isUp(): boolean {
    return this.publisher.status === 'ready' && this.subscriber.status === 'ready'
  }

  publish(topic: string, message: Uint8Array): void {
    if (this.publisher.status !== 'ready') return
    const bytes = Buffer.from(message.buffer, message.byteOffset, message.byteLength)
    this.publisher.publish(this.channelOf(topic), bytes).catch(this.failed)
  }

  subscribe(topic: string, listener: BusListener): () => void {
    this.listeners.set(topic, listener)
    if (this.subscriber.status === 'ready') this.subscribeAll([topic])
    return () => {
      if (this.listeners.get(topic) !== listener) return
      this.listeners.delete(topic)
      if (this.subscriber.status === 'ready') this.subscriber.unsubscribe(this.channelOf(topic)).catch(this.failed)
    }
  }

  reconnect(): void {
    this.failed(new Error('nothing is heard'))
    for (const connection of [this.publisher, this.subscriber]) connection.disconnect(true)
  }

  async close(): Promise<void> {
    this.closed = true
    await Promise.all([this.publisher, this.subscriber].map(leave))
  }

  private connect(): Redis {
    const connection = new Redis(this.options.url, {
      connectTimeout: CONNECT_TIMEOUT_MS,
      retryStrategy: attempt => Math.min(LONGEST_PAUSE_MS, 50 * 2 ** Math.min(attempt, 10)),
      // What waited for Redis would be old when it is back; PostgreSQL has it.
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      autoResubscribe: false,
      keepAlive: 10_000,
    })
    connection.on('error', this.failed)
    connection.on('close', () => this.failed(new Error('connection closed')))
    connection.on('ready', () => {
      if (this.isUp) this.outage.worked()
    })
    return connection
  }

  private subscribeAll(topics: string[]): void {
    if (topics.length === 0) return
    this.subscriber.subscribe(...topics.map(topic => this.channelOf(topic))).then(() => {
      for (const topic of topics) this.listeners.get(topic)?.onLive()
    }, this.failed)
  }

  private readonly failed = (error: unknown): void => {
    if (!this.closed) this.outage.failed(error)
  }

  private channelOf(topic: string): string {
    return `${this.options.prefix}:${topic}`
  }

  private topicOf(channel: string): string {
    return channel.slice(this.options.prefix.length + 1)
  }
}

/** What was published is on its way before the connection ends. */
async function leave(connection: Redis): Promise<void> {
  if (connection.status === 'ready') await connection.quit().catch(() => {})
  connection.disconnect()
}
