import * as decoding from 'lib0/decoding'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { type Changed, type Denied, MESSAGE } from '../../core/collab-protocol.ts'
import { EDITOR_VERSION } from '../../core/editor-version.ts'
import { carryOver } from './carry-over.ts'
import { JointChanges } from './joint-changes.ts'
import { LateWords } from './late-words.ts'
import { OpenViews } from './open-views.ts'
import type { RefusedSection } from './refused-text.ts'
import { refusalOf } from './save-state.ts'
import { SectionUndo } from './section-undo.ts'
import { takenAway } from './taken-away.ts'
import { collabSocket } from './transport/collab-socket.ts'
import type { TransportChoice } from './transport/transport-choice.ts'
import type { LeftText } from './unsent/left-text.ts'
import type { TextOwner } from './unsent/unsent-names.ts'
import { type LeftBehind, UnsentText } from './unsent/unsent-text.ts'

export interface RoomEvents {
  /** Connection, synchronisation, or what is saved has moved. */
  moved(): void
  /** Synchronised, not for the first time. */
  returned(): void
  denied(denied: Denied): void
  changed(changed: Changed): void
  /** The server closed for good. */
  refused(closeCode: number): void
  /** Somebody wrote in what had just been removed here. Again, with the same id, when they have written more. */
  late(section: RefusedSection): void
  /** Whether text may be moved into or out of the section, as far as is known here; it tells the person if not. */
  mayMove(sectionId: string): boolean
  /** A step could not be taken back, or done again; the text is as it was. */
  undoFailed(error: unknown): void
}

export interface RoomAddress extends TextOwner {
  /** "wss://host/collab" */
  url: string
  transport: TransportChoice
}

/** Longest wait between two attempts to connect, ms. */
const MAX_BACKOFF_MS = 5000

const CARRIED = 'carried over'

/** One document of the report and its connection. A refused text stays in its room; what comes after gets a new one. */
export class Room {
  readonly doc = new Y.Doc()
  readonly views = new OpenViews()
  readonly provider: WebsocketProvider
  readonly unsent: UnsentText
  readonly #undo = new Map<string, SectionUndo>()
  readonly #joint = new JointChanges(this.doc)
  readonly #events: RoomEvents
  #lost = false
  #everSynced = false
  #restored = false
  #returnAfter: number | null = null

  constructor({ url, transport, ...owner }: RoomAddress, events: RoomEvents) {
    this.#events = events
    // Before the provider, which sends what it hears: what is written is counted before it is sent.
    this.unsent = new UnsentText(this.doc, owner, this.#joint, events.moved)
    this.provider = new WebsocketProvider(url, owner.reportId, this.doc, {
      params: { v: String(EDITOR_VERSION), u: owner.userId },
      connect: false,
      // Tabs of one browser have one session each at the server: what is shown as saved must have gone there.
      disableBc: true,
      maxBackoffTime: MAX_BACKOFF_MS,
      shouldReconnect: event => refusalOf(event.code) === null,
      WebSocketPolyfill: collabSocket(transport, {
        opened: () => this.unsent.opened(),
        sent: frame => this.unsent.sent(frame),
      }),
    })
    new LateWords(this.doc, {
      isMoved: block => this.#joint.follows(block),
      nameOf: client => this.provider.awareness.getStates().get(client)?.user?.name ?? null,
      late: events.late,
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

  /** No contact since a connection failed or ended. */
  get lost(): boolean {
    return this.#lost
  }

  get settled(): boolean {
    return this.connected && this.unsent.settled
  }

  /** There is a text to write in: the server's has arrived once, or that of an earlier visit, and may have moved on. */
  get ready(): boolean {
    return this.#everSynced || this.#restored
  }

  /** Takes over what another tab of this person left unsent. It goes to the server like anything written here. */
  async adopt(left: LeftText): Promise<void> {
    this.#restored = true
    this.unsent.inherit(left)
    this.#events.moved()
    await this.unsent.keep()
    // Sent and committed meanwhile, it needs no copy.
    if (this.unsent.copyState === 'kept' || this.unsent.waiting === 0) await left.discard()
  }

  undoOf(sectionId: string): SectionUndo {
    const known = this.#undo.get(sectionId)
    if (known) return known
    const undo = new SectionUndo(this.doc.getXmlFragment(sectionId), {
      may: other => this.#events.mayMove(this.#sectionOf(other)),
      run: (other, step) => this.#joint.record([sectionId, this.#sectionOf(other)], step),
      failed: error => this.#events.undoFailed(error),
    })
    this.#undo.set(sectionId, undo)
    return undo
  }

  #sectionOf(undo: SectionUndo): string {
    return [...this.#undo].find(([, one]) => one === undo)?.[0] ?? ''
  }

  /**
   * Text goes from one section to another: one update, which the server takes or refuses as a whole, and one step in the
   * undo histories of both. Within one section it is its editor's own change.
   * @param write changes both fragments in one Yjs transaction of y-tiptap's origin
   */
  move(from: string, to: string, write: () => void): void {
    if (from === to) {
      const undo = this.undoOf(from)
      undo.stopCapturing()
      this.#joint.record([from], write)
      undo.stopCapturing()
    } else this.#joint.record([from, to], () => SectionUndo.join(this.undoOf(from), this.undoOf(to), write))
  }

  /**
   * Takes over from a room with a refused text what was written in the sections that `keeps` names, and sends it.
   * @returns what could not be taken over
   */
  takeOver(from: Room, keeps: (sectionId: string) => boolean): LeftBehind {
    return this.unsent.carry(from.unsent, () =>
      carryOver({ from: from.doc, to: this.doc, own: from.unsent.own, keeps, origin: CARRIED }),
    )
  }

  /** What this person wrote here and `next` does not have, and somebody else took away. */
  takenAway(next: Room): RefusedSection[] {
    const { doc: to } = next
    return takenAway(this.doc, this.unsent.own, {
      to,
      goes: ({ client, clock }) => clock < Y.getState(to.store, client),
    })
  }

  /** Leaves the server; the text stays. */
  leave(): void {
    for (const undo of this.#undo.values()) undo.end()
    this.#undo.clear()
    this.provider.destroy()
    // What is still written here is never sent: it goes to the browser's disk at once.
    this.unsent.inContact = false
  }

  readonly #onSync = (synced: boolean): void => {
    if (synced) {
      if (this.#everSynced) this.#events.returned()
      this.#everSynced = true
      this.#lost = false
      this.unsent.inContact = true
    }
    this.#events.moved()
  }

  readonly #onClose = (): void => {
    this.#lost = true
    this.unsent.inContact = false
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
    handlers[MESSAGE.saved] = (_encoder, decoder) => this.unsent.saved(decoding.readVarUint(decoder))
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
