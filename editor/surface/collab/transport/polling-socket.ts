import { joinFrames, splitFrames } from '../../../core/binary-frames.ts'
import { type Opened, POLLING } from '../../../core/polling-protocol.ts'
import { Insistence, type InsistenceOptions } from './insistence.ts'

/** One request carries no more than this beyond its first frame, bytes. */
const BATCH_BYTES = 1024 * 1024

/** Close code of a WebSocket that ended without one (RFC 6455 section 7.1.5). */
const ABNORMAL = 1006

type Closed = Pick<CloseEvent, 'code' | 'reason'>

/** "wss://host/collab/<id>?v=1" → "https://host/collab/polling/<id>?v=1" */
export function pollingUrl(socketUrl: string): string {
  const url = new URL(socketUrl)
  url.protocol = url.protocol === 'wss:' ? 'https:' : 'http:'
  url.pathname = url.pathname.replace(/^\/collab\//, POLLING.path)
  return url.href
}

/** Null where something else than the server has answered. */
function readOpened(bytes: Uint8Array): Opened | null {
  try {
    const opened = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Record<'session' | 'code', unknown>>
    return typeof opened.session === 'string' || typeof opened.code === 'number' ? (opened as Opened) : null
  } catch {
    return null
  }
}

/** As much of a WebSocket as the provider uses, over HTTP requests; {@link POLLING} says how. */
export class PollingSocket {
  readonly OPEN = 1
  readyState: 0 | 1 | 3 = 0
  onopen: (() => void) | null = null
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
  onclose: ((event: Closed) => void) | null = null

  readonly #url: string
  readonly #requests: Insistence
  readonly #queue: Uint8Array[] = []
  #session: string | null = null
  /** Number of the next frame up, and of the last part that came down. */
  #next = 1
  #last = 0
  #sending = false

  constructor(socketUrl: string, options: Partial<InsistenceOptions> = {}) {
    this.#url = pollingUrl(socketUrl)
    this.#requests = new Insistence(options)
    void this.#open()
  }

  send(frame: Uint8Array): void {
    if (this.readyState !== this.OPEN) return
    this.#queue.push(frame)
    void this.#flush()
  }

  close(): void {
    this.#end({ code: 1005, reason: '' }, true)
  }

  async #open(): Promise<void> {
    const answer = await this.#requests.once(this.#url, { method: 'POST' })
    if (this.readyState !== 0) return
    const opened = answer?.status === 200 ? readOpened(answer.bytes) : null
    if (!opened) return this.#end({ code: ABNORMAL, reason: '' })
    if ('code' in opened) return this.#end(opened)
    this.#session = opened.session
    this.readyState = this.OPEN
    globalThis.addEventListener?.('pagehide', this.#onPageHide)
    this.onopen?.()
    await this.#receive()
  }

  async #receive(): Promise<void> {
    while (this.readyState === this.OPEN) {
      const answer = await this.#ask('GET', `after=${this.#last}`)
      if (!answer) return
      // Answered emptily: the server took a later request of ours for this one.
      if (answer.status === 204) continue
      const last = answer.headers.get(POLLING.last)
      // A page of a proxy's own, say.
      if (last === null) return this.#end({ code: ABNORMAL, reason: '' })
      for (const frame of splitFrames(answer.bytes)) this.#hear(frame)
      this.#last = Number(last)
      const code = answer.headers.get(POLLING.close)
      if (code) this.#end({ code: Number(code), reason: answer.headers.get(POLLING.reason) ?? '' })
    }
  }

  /** What the page makes of one message must not keep it from the next. */
  #hear(frame: Uint8Array): void {
    try {
      this.onmessage?.({ data: frame.slice().buffer })
    } catch (error) {
      reportError(error)
    }
  }

  async #flush(): Promise<void> {
    if (this.#sending) return
    this.#sending = true
    // What is sent in the same turn goes in the same request.
    await null
    while (this.#queue.length > 0 && this.readyState === this.OPEN) {
      const batch = this.#takeBatch()
      if (!(await this.#ask('POST', `from=${this.#next}`, joinFrames(batch)))) return
      this.#next += batch.length
    }
    this.#sending = false
  }

  #takeBatch(): Uint8Array[] {
    let size = 0
    const fits = this.#queue.findIndex((frame, index) => {
      size += frame.length
      return index > 0 && size > BATCH_BYTES
    })
    return this.#queue.splice(0, fits === -1 ? this.#queue.length : fits)
  }

  async #ask(method: 'GET' | 'POST', query: string, body?: BodyInit) {
    const answer = await this.#requests.until(this.#with(query), { method, body, headers: this.#headers() })
    if (answer?.ok && this.readyState === this.OPEN) return answer
    this.#end({ code: ABNORMAL, reason: '' })
    return null
  }

  #end(closed: Closed, byUs = false): void {
    if (this.readyState === 3) return
    this.readyState = 3
    globalThis.removeEventListener?.('pagehide', this.#onPageHide)
    this.#requests.stop()
    if (byUs) this.#sayGoodbye()
    this.onclose?.(closed)
  }

  readonly #onPageHide = (): void => this.close()

  /** The server would find out by itself, but the others would see us sit there until then. */
  #sayGoodbye(): void {
    if (!this.#session) return
    this.#requests.tell(this.#with('bye'), { method: 'POST', keepalive: true, headers: this.#headers() })
  }

  #with(query: string): string {
    const url = new URL(this.#url)
    url.search = query
    return url.href
  }

  #headers(): Record<string, string> {
    return { [POLLING.session]: this.#session ?? '' }
  }
}
