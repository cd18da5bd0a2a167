import type { Changed, Denied } from '../../core/collab-protocol.ts'
import { Store } from '../store.ts'
import { type RefusedText, textOnlyIn } from './refused-text.ts'
import { Room, type RoomAddress } from './room.ts'
import { type RefusalReason, refusalOf, type SaveFacts } from './save-state.ts'

export interface ConnectionState extends SaveFacts {
  /** Null until the connection is started, and on the server. */
  room: Room | null
  synced: boolean
  /** Text that the server did not take. It exists nowhere else. */
  refused: RefusedText | null
}

export interface ConnectionOptions {
  address: () => RoomAddress
  /** Shown to the others as awareness field `user`. */
  user: { id: string; name: string; color: string }
  onChanged: (what: Changed['what']) => void
  /** The server did not take something; it says why, and what to fetch, by `onChanged`. */
  onDenied: () => void
  /** Synchronised again after a lost connection. */
  onReturn: () => void
}

const START: ConnectionState = {
  room: null,
  synced: false,
  refusal: null,
  connected: false,
  lost: false,
  settled: false,
  unsaved: false,
  refused: null,
}

/** The report's one connection, through reconnections and refusals. */
export class Connection extends Store<ConnectionState> {
  readonly #options: ConnectionOptions
  #room: Room | null = null
  #refusal: RefusalReason | null = null
  #refused: RefusedText | null = null

  constructor(options: ConnectionOptions) {
    super(START)
    this.#options = options
  }

  /** @returns a function that leaves again */
  start(): () => void {
    this.#open()
    window.addEventListener('offline', this.#onOffline)
    return () => {
      window.removeEventListener('offline', this.#onOffline)
      this.#room?.leave()
      this.#room = null
      this.set(START)
    }
  }

  /** After a refusal that the person has dealt with, such as a new sign-in. */
  retry(): void {
    this.#refusal = null
    this.#room?.provider.connect()
    this.#publish()
  }

  /** The others no longer see us in a section: there is nothing to write in. */
  leaveSection(): void {
    const awareness = this.#room?.provider.awareness
    const state = awareness?.getLocalState()
    if (state?.section) awareness?.setLocalState({ ...state, section: null, cursor: null })
  }

  forgetRefused(): void {
    this.#refused = null
    this.#publish()
  }

  #open(): Room {
    const room: Room = new Room(this.#options.address(), {
      moved: () => {
        if (this.#room === room) this.#publish()
      },
      returned: () => this.#options.onReturn(),
      denied: denied => this.#onDenied(room, denied),
      changed: changed => this.#options.onChanged(changed.what),
      refused: code => {
        this.#refusal = refusalOf(code)
        this.#publish()
      },
    })
    this.#room = room
    room.provider.awareness.setLocalStateField('user', this.#options.user)
    room.provider.connect()
    this.#publish()
    return room
  }

  /** Text that was not taken must not stay in a document that goes on: it would look as if it were in the report. */
  #onDenied(room: Room, { reason }: Denied): void {
    if (this.#room !== room) return
    room.leave()
    const next = this.#open()
    const compare = (synced: boolean): void => {
      if (!synced) return
      next.provider.off('sync', compare)
      const sections = textOnlyIn(room.doc, next.doc)
      if (sections.length) this.#refused = { reason, sections: [...(this.#refused?.sections ?? []), ...sections] }
      this.#publish()
    }
    next.provider.on('sync', compare)
    this.#options.onDenied()
    this.#options.onChanged(reason === 'locked' ? 'locked' : 'rights')
  }

  /** The browser knows sooner than the socket that the network is gone. */
  readonly #onOffline = (): void => {
    if (this.#refusal) return
    this.#room?.provider.disconnect()
    this.#room?.provider.connect()
  }

  #publish(): void {
    const room = this.#room
    if (!room) return
    const next: ConnectionState = {
      room,
      synced: room.everSynced,
      refusal: this.#refusal,
      connected: room.connected,
      lost: room.lost,
      settled: room.settled,
      unsaved: room.unsaved,
      refused: this.#refused,
    }
    const now = this.getSnapshot()
    const keys = Object.keys(next) as (keyof ConnectionState)[]
    if (keys.some(key => next[key] !== now[key])) this.set(next)
  }
}
