import type { Socket } from 'node:net'
import { WebSocket } from 'ws'
import {
  answerMessage,
  askMessage,
  type Dialect,
  EMPTY_STATE_VECTOR,
  EMPTY_UPDATE,
  readMessage,
  tokenMessage,
  updateMessage,
} from './wire.ts'

/** How a server is reached. */
export interface Address {
  dialect: Dialect
  /** `ws://…`; the room's name follows, but for Hocuspocus. */
  url: string
  query: string
  origin: string | null
  /** `name=value` of a session each, of different people; empty where nobody asks. */
  cookies: string[]
}

/** A document on a server, and the fragment of it to write in. */
export interface Place {
  room: string
  root: string
}

export interface RawClientOptions {
  address: Address
  room: string
  /** Whose cookie is sent. */
  user: number
  /** What it has already, and what it answers when it is asked for that; nothing unless told. */
  has?: { stateVector: Uint8Array; answer: Uint8Array }
  onText?: (update: Uint8Array) => void
  onSaved?: (messages: number) => void
}

const SYNC_TIMEOUT = 60_000

/** A socket and the protocol's framing, without a Y.Doc: hundreds of them cost less than the server that they load. */
export class RawClient {
  /** Messages with an update so far; the server counts them too. */
  sent = 0
  contentBytes = 0
  syncedAt: number | null = null
  private readonly ws: WebSocket
  private readonly synced: Promise<void>
  private endWaiting: (error?: Error) => void = () => {}

  constructor(private readonly options: RawClientOptions) {
    const { address, room, user, has } = options
    const { dialect, cookies, origin } = address
    const cookie = cookies[user % cookies.length]
    this.ws = new WebSocket(dialect === 'hocuspocus' ? `${address.url}/` : `${address.url}/${room}${address.query}`, {
      headers: { ...(cookie ? { cookie } : {}), ...(origin ? { origin } : {}) },
      maxPayload: 0,
      skipUTF8Validation: true,
    })
    this.synced = new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('no sync in time')), SYNC_TIMEOUT)
      this.endWaiting = error => {
        clearTimeout(timer)
        if (error) reject(error)
        else resolve()
      }
    })
    this.synced.catch(() => {})
    this.ws.on('open', () => {
      if (dialect === 'hocuspocus') this.ws.send(tokenMessage(room))
      this.ws.send(askMessage(dialect, room, has?.stateVector ?? EMPTY_STATE_VECTOR))
    })
    this.ws.on('message', (frame: Buffer) => this.hear(frame))
    this.ws.on('error', error => this.endWaiting(error))
    this.ws.on('close', (code, reason) => this.endWaiting(new Error(`closed with ${code} ${reason}`)))
  }

  /** Resolves when the server has answered the first question. */
  ready(): Promise<void> {
    return this.synced
  }

  get isOpen(): boolean {
    return this.ws.readyState === WebSocket.OPEN
  }

  get bytesRead(): number {
    return (this.ws as unknown as { _socket: Socket | null })._socket?.bytesRead ?? 0
  }

  /** @returns the number of the message */
  send(update: Uint8Array): number {
    const { address, room } = this.options
    this.ws.send(updateMessage(address.dialect, room, update))
    this.sent += 1
    return this.sent
  }

  close(): Promise<void> {
    if (this.ws.readyState === WebSocket.CLOSED) return Promise.resolve()
    return new Promise(resolve => {
      const timer = setTimeout(() => this.ws.terminate(), 2_000)
      this.ws.once('close', () => {
        clearTimeout(timer)
        resolve()
      })
      this.ws.close()
    })
  }

  private hear(frame: Uint8Array): void {
    const { address, room, has, onText, onSaved } = this.options
    const heard = readMessage(address.dialect, frame)
    if (heard?.kind === 'question') {
      this.ws.send(answerMessage(address.dialect, room, has?.answer ?? EMPTY_UPDATE))
      this.sent += 1
    } else if (heard?.kind === 'text') {
      this.contentBytes += heard.update.length
      onText?.(heard.update)
      if (!heard.isAnswer || this.syncedAt !== null) return
      this.syncedAt = performance.now()
      this.endWaiting()
    } else if (heard?.kind === 'saved') onSaved?.(heard.messages)
  }
}

/** In slices, so that opening sockets is not itself the load. */
export async function allReady(make: (() => RawClient)[], slice = 50): Promise<RawClient[]> {
  const clients: RawClient[] = []
  for (let from = 0; from < make.length; from += slice) {
    const some = make.slice(from, from + slice).map(create => create())
    await Promise.all(some.map(client => client.ready()))
    clients.push(...some)
  }
  return clients
}
