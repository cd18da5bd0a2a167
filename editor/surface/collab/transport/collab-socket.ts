import { CLOSE } from '../../../core/collab-protocol.ts'
import { refusalOf } from '../save-state.ts'
import { PollingSocket } from './polling-socket.ts'
import type { TransportChoice } from './transport-choice.ts'
import { watchForWebSocket } from './way-back.ts'

export interface SocketEvents {
  opened(): void
  sent(frame: unknown): void
}

/** A WebSocket that has not opened after so long is held by a proxy, ms. The server lets nobody wait for 10 s. */
const OPENS_WITHIN_MS = 12_000

/** The server has spoken, whatever it said. */
const isOfServer = (code: number): boolean => code === CLOSE.restarting || refusalOf(code) !== null

/**
 * What the provider takes for a WebSocket: one, or long polling where none comes through. It reports what is sent, so
 * that nobody need trust the provider to count.
 */
export function collabSocket(choice: TransportChoice, events: SocketEvents): typeof WebSocket {
  class CollabSocket {
    readonly OPEN = 1
    onopen: (() => void) | null = null
    onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
    onclose: ((event: Pick<CloseEvent, 'code' | 'reason'>) => void) | null = null
    onerror: ((event: unknown) => void) | null = null
    readonly #transport = choice.next()
    readonly #inner: WebSocket | PollingSocket
    readonly #timer: ReturnType<typeof setTimeout>
    #heard = false
    #stopWatching = (): void => {}

    constructor(url: string) {
      const inner = this.#transport === 'polling' ? new PollingSocket(url) : new WebSocket(url)
      this.#inner = inner
      if (inner instanceof WebSocket) inner.binaryType = 'arraybuffer'
      this.#timer = setTimeout(() => this.#giveUp(), OPENS_WITHIN_MS)
      inner.onopen = () => {
        clearTimeout(this.#timer)
        if (this.#transport === 'polling') this.#stopWatching = watchForWebSocket(url, () => this.#goBack())
        this.onopen?.()
      }
      inner.onmessage = (event: { data: ArrayBuffer }) => {
        if (!this.#heard) choice.worked(this.#transport)
        this.#heard = true
        this.onmessage?.(event)
      }
      inner.onclose = ({ code, reason }: Pick<CloseEvent, 'code' | 'reason'>) => {
        this.#stop()
        if (!this.#heard && !isOfServer(code) && navigator.onLine) choice.failed(this.#transport)
        this.onclose?.({ code, reason })
      }
      events.opened()
    }

    get readyState(): number {
      return this.#inner.readyState
    }

    send(frame: Uint8Array<ArrayBuffer>): void {
      this.#inner.send(frame)
      events.sent(frame)
    }

    /** By the page: says nothing of whether it would have worked. */
    close(): void {
      this.#stop()
      this.#inner.onclose = null
      // What came in the same answer as the message that the page closed for is not heard.
      this.#inner.onmessage = null
      this.#inner.close()
      this.onclose?.({ code: 1005, reason: '' })
    }

    #giveUp(): void {
      if (this.#transport === 'websocket') choice.hung()
      else choice.failed('polling')
      this.close()
    }

    #goBack(): void {
      choice.worked('websocket')
      this.close()
    }

    #stop(): void {
      clearTimeout(this.#timer)
      this.#stopWatching()
    }
  }
  // The provider uses no more of a WebSocket than this.
  return CollabSocket as unknown as typeof WebSocket
}
