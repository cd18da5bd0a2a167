import * as decoding from 'lib0/decoding'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { type Changed, type Denied, MESSAGE } from '../../core/collab-protocol.ts'
import { EDITOR_VERSION } from '../../core/editor-version.ts'
import { carryOver } from './carry-over.ts'
import { countingSocket } from './counting-socket.ts'
import { OpenViews } from './open-views.ts'
import { SaveCounter } from './save-counter.ts'
import { refusalOf } from './save-state.ts'
import { SectionUndo } from './section-undo.ts'

export interface RoomEvents {
  /** Connection, synchronisation, or what is saved has moved. */
  moved(): void
  /** Synchronised, not for the first time. */
  returned(): void
  denied(denied: Denied): void
  changed(changed: Changed): void
  /** The server closed for good. */
  refused(closeCode: number): void
}

export interface RoomAddress {
  /** "wss://host/collab" */
  url: string
  reportId: string
}

/** Longest wait between two attempts to connect, ms. */
const MAX_BACKOFF_MS = 5000

const CARRIED = 'carried over'

/** One document of the report and its connection. A refused text stays in its room; what comes after gets a new one. */
export class Room {
  readonly doc = new Y.Doc()
  readonly views = new OpenViews()
  readonly provider: WebsocketProvider
  readonly #counter = new SaveCounter()
  readonly #undo = new Map<string, SectionUndo>()
  readonly #events: RoomEvents
  /** Yjs clients that this browser has written as. */
  readonly #writers = new Set<number>()
  #unsaved = false
  #lost = false
  #everSynced = false
  #returnAfter: number | null = null

  constructor({ url, reportId }: RoomAddress, events: RoomEvents) {
    this.#events = events
    this.doc.on('update', this.#onUpdate)
    this.provider = new WebsocketProvider(url, reportId, this.doc, {
      params: { v: String(EDITOR_VERSION) },
      connect: false,
      // Tabs of one browser have one session each at the server: what is shown as saved must have gone there.
      disableBc: true,
      maxBackoffTime: MAX_BACKOFF_MS,
      shouldReconnect: event => refusalOf(event.code) === null,
      WebSocketPolyfill: countingSocket({
        opened: () => this.#counter.opened(),
        sent: frame => {
          this.#counter.sent(frame)
          events.moved()
        },
      }),
    })
    this.#sendOwnAwarenessOnly()
    this.#handleMessages()
    this.provider.on('status', events.moved)
    this.provider.on('sync', this.#onSync)
    this.provider.on('connection-close', this.#onClose)
    this.provider.on('closed', ({ code }) => events.refused(code))
  }

  get connected(): boolean {
    return this.provider.wsconnected
  }

  get lost(): boolean {
    return this.#lost
  }

  get settled(): boolean {
    return this.connected && this.#counter.settled
  }

  /** Something written in this browser has not been reported as committed. */
  get unsaved(): boolean {
    return this.#unsaved
  }

  /** The server's text has arrived once; it may have moved on since. */
  get everSynced(): boolean {
    return this.#everSynced
  }

  undoOf(sectionId: string): SectionUndo {
    const undo = this.#undo.get(sectionId) ?? new SectionUndo(this.doc.getXmlFragment(sectionId))
    this.#undo.set(sectionId, undo)
    return undo
  }

  /**
   * Takes over from a room with a refused text what was written in the sections that `keeps` names, and sends it.
   * @returns sections in which something could not be taken over
   */
  takeOver(from: Room, keeps: (sectionId: string) => boolean): Set<string> {
    const { clients, leftBehind } = carryOver({
      from: from.doc,
      to: this.doc,
      ours: from.#writers,
      keeps,
      origin: CARRIED,
    })
    for (const client of clients) this.#writers.add(client)
    return leftBehind
  }

  /** Leaves the server; the text stays. */
  leave(): void {
    for (const undo of this.#undo.values()) undo.end()
    this.#undo.clear()
    this.provider.destroy()
  }

  readonly #onUpdate = (_update: Uint8Array, origin: unknown): void => {
    if (origin === this.provider) return
    if (origin !== CARRIED) this.#writers.add(this.doc.clientID)
    this.#unsaved = true
    this.#events.moved()
  }

  readonly #onSync = (synced: boolean): void => {
    if (synced) {
      if (this.#everSynced) this.#events.returned()
      this.#everSynced = true
      this.#lost = false
    }
    this.#events.moved()
  }

  readonly #onClose = (): void => {
    this.#lost = true
    const wait = this.#returnAfter
    this.#returnAfter = null
    if (wait === null || !this.provider.shouldConnect) return
    // The provider's own attempt, due in 200 ms, finds that it should not connect.
    this.provider.shouldConnect = false
    setTimeout(() => this.provider.connect(), wait)
  }

  /** The provider also sends back what it is told of others, which the server knows: messages by the square of people. */
  #sendOwnAwarenessOnly(): void {
    const { awareness, _awarenessUpdateHandler: send } = this.provider
    awareness.off('update', send)
    awareness.on('update', (changes: Parameters<typeof send>[0], origin: unknown) => {
      if (origin !== this.provider) send(changes, origin)
    })
  }

  #handleMessages(): void {
    const handlers = this.provider.messageHandlers
    const applySync = handlers[MESSAGE.sync]
    handlers[MESSAGE.sync] = (...message) => {
      this.views.flush()
      applySync?.(...message)
    }
    handlers[MESSAGE.saved] = (_encoder, decoder) => {
      this.#counter.saved(decoding.readVarUint(decoder))
      if (this.settled) this.#unsaved = false
      this.#events.moved()
    }
    handlers[MESSAGE.denied] = (_encoder, decoder) => {
      // What has been typed and not been read from the page yet belongs to this room's text.
      this.views.flush()
      this.#events.denied(JSON.parse(decoding.readVarString(decoder)) as Denied)
    }
    handlers[MESSAGE.changed] = (_encoder, decoder) => {
      this.#events.changed(JSON.parse(decoding.readVarString(decoder)) as Changed)
    }
    handlers[MESSAGE.closing] = (_encoder, decoder) => {
      this.#returnAfter = decoding.readVarUint(decoder)
    }
  }
}
