import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { type Changed, type Denied, MESSAGE, type MovedFigures } from '#editor/core/collab-protocol.ts'
import { EDITOR_VERSION } from '#editor/core/editor-version.ts'
import { until } from './until.ts'

export interface TestClientOptions {
  port: number
  reportId: string
  userId?: string
  /** `?v=`; null for a stock client. */
  version?: number | string | null
  headers?: Record<string, string>
  /** A document from an earlier connection. */
  doc?: Y.Doc
  /** Does not answer anything by itself: for frames written by hand. */
  silent?: boolean
}

export const message = (...fields: (number | Uint8Array)[]): Uint8Array => {
  const encoder = createEncoder()
  for (const field of fields) {
    if (typeof field === 'number') writeVarUint(encoder, field)
    else writeVarUint8Array(encoder, field)
  }
  return toUint8Array(encoder)
}

export const updateMessage = (update: Uint8Array): Uint8Array => message(MESSAGE.sync, 2, update)

/** The editor's side of the protocol, written anew from the contract, with everything it heard. */
export class TestClient {
  readonly doc: Y.Doc
  readonly ws: WebSocket
  /** Messages with an update sent, and the number that the server calls saved. */
  sent = 0
  saved = 0
  readonly denied: Denied[] = []
  readonly changed: Changed['what'][] = []
  /** Figures that were sent along. */
  readonly moved: MovedFigures[] = []
  readonly awareness = new Map<number, { clock: number; state: Record<string, unknown> | null }>()
  comeBackIn: number | null = null
  synced = false
  /** How often the server asked with sync step 1. */
  asked = 0
  /** Messages heard, by type. */
  readonly heard = new Map<number, number>()
  readonly closed: Promise<number>
  closeCode: number | null = null
  private readonly silent: boolean

  constructor(options: TestClientOptions) {
    const { port, reportId, userId, version = EDITOR_VERSION } = options
    this.doc = options.doc ?? new Y.Doc()
    this.silent = options.silent ?? false
    const query = version === null ? '' : `?v=${version}`
    this.ws = new WebSocket(`ws://127.0.0.1:${port}/collab/${reportId}${query}`, {
      headers: { ...(userId ? { cookie: `a=b; user=${userId}` } : {}), ...options.headers },
      perMessageDeflate: false,
      // As many frames per turn as have come, like a browser.
      allowSynchronousEvents: true,
    })
    this.ws.on('error', () => {})
    this.ws.on('message', (data: Buffer) => this.hear(data))
    this.closed = new Promise(resolve =>
      this.ws.on('close', code => {
        this.closeCode = code
        this.doc.off('update', this.onUpdate)
        resolve(code)
      }),
    )
    if (!this.silent) {
      this.ws.on('open', () => this.send(message(MESSAGE.sync, 0, Y.encodeStateVector(this.doc))))
      this.doc.on('update', this.onUpdate)
    }
  }

  /** Connected, and everything that the server had is here. */
  async ready(): Promise<this> {
    await until('synced', () => {
      if (this.closeCode !== null) throw new Error(`closed with ${this.closeCode}`)
      return this.silent ? this.ws.readyState === WebSocket.OPEN && this.asked > 0 : this.synced && this.asked > 0
    })
    return this
  }

  send(frame: Uint8Array): void {
    if (this.ws.readyState !== WebSocket.OPEN) return
    if (frame[0] === MESSAGE.sync && frame[1] !== 0) this.sent += 1
    this.ws.send(frame)
  }

  async allSaved(deadline?: number): Promise<void> {
    await until('everything saved', () => this.saved === this.sent, deadline)
  }

  async close(): Promise<void> {
    this.ws.close()
    await this.closed
  }

  private readonly onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin !== this) this.send(updateMessage(update))
  }

  private hear(data: Uint8Array): void {
    const decoder = createDecoder(data)
    const type = readVarUint(decoder)
    this.heard.set(type, (this.heard.get(type) ?? 0) + 1)
    if (type === MESSAGE.sync) {
      const step = readVarUint(decoder)
      const bytes = readVarUint8Array(decoder)
      if (step === 0) {
        this.asked += 1
        if (!this.silent) this.send(message(MESSAGE.sync, 1, Y.encodeStateAsUpdate(this.doc, bytes)))
      } else {
        Y.applyUpdate(this.doc, bytes, this)
        if (step === 1) this.synced = true
      }
    } else if (type === MESSAGE.awareness) this.hearAwareness(readVarUint8Array(decoder))
    else if (type === MESSAGE.saved) this.saved = readVarUint(decoder)
    else if (type === MESSAGE.denied) this.denied.push(JSON.parse(readVarString(decoder)) as Denied)
    else if (type === MESSAGE.changed) this.hearChanged(JSON.parse(readVarString(decoder)) as Changed)
    else if (type === MESSAGE.closing) this.comeBackIn = readVarUint(decoder)
  }

  private hearChanged({ what, moved }: Changed): void {
    this.changed.push(what)
    if (moved) this.moved.push(moved)
  }

  private hearAwareness(states: Uint8Array): void {
    const decoder = createDecoder(states)
    for (let left = readVarUint(decoder); left > 0; left -= 1) {
      const client = readVarUint(decoder)
      const clock = readVarUint(decoder)
      this.awareness.set(client, { clock, state: JSON.parse(readVarString(decoder)) })
    }
  }
}
