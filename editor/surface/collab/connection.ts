import type { Changed, Denied } from '../../core/collab-protocol.ts'
import { Store } from '../store.ts'
import { type RefusedText, reasonOf, textOnlyIn } from './refused-text.ts'
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
  /**
   * The server did not take something; it says what to fetch by `onChanged`.
   * @param sections where nothing may be written any more; null for the whole report
   */
  onDenied: (sections: string[] | null) => void
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

/** Refusals one after another, none of the text between them saved, after which nothing is sent again. */
const MOST_DENIALS = 5

/** The report's one connection, through reconnections and refusals. */
export class Connection extends Store<ConnectionState> {
  readonly #options: ConnectionOptions
  /** Whose text the page shows. */
  #room: Room | null = null
  /** The one that is connected: another than `#room` from a refusal until its text has arrived. */
  #live: Room | null = null
  #denials: Denied[] = []
  #refusal: RefusalReason | null = null
  #refused: RefusedText | null = null

  constructor(options: ConnectionOptions) {
    super(START)
    this.#options = options
  }

  /** @returns a function that leaves again */
  start(): () => void {
    this.#room = this.#open()
    this.#publish()
    window.addEventListener('offline', this.#onOffline)
    return () => {
      window.removeEventListener('offline', this.#onOffline)
      this.#live?.leave()
      this.#live = null
      this.#room = null
      this.set(START)
    }
  }

  /** After a refusal that the person has dealt with, such as a new sign-in. */
  retry(): void {
    this.#refusal = null
    this.#live?.provider.connect()
    this.#publish()
  }

  /** The others no longer see us in a section where there is nothing to write in. */
  leaveSection(stays: (sectionId: string) => boolean): void {
    const awareness = this.#live?.provider.awareness
    const state = awareness?.getLocalState()
    if (state?.section && !stays(state.section)) awareness?.setLocalState({ ...state, section: null, cursor: null })
  }

  forgetRefused(): void {
    this.#refused = null
    this.#publish()
  }

  #open(): Room {
    const room: Room = new Room(this.#options.address(), {
      moved: () => {
        if (this.#live === room) this.#publish()
      },
      returned: () => this.#options.onReturn(),
      denied: denied => this.#onDenied(room, denied),
      changed: changed => this.#options.onChanged(changed.what),
      refused: code => {
        if (this.#live !== room) return
        this.#refusal = refusalOf(code)
        this.#publish()
      },
    })
    this.#live = room
    room.provider.awareness.setLocalStateField('user', this.#options.user)
    room.provider.connect()
    return room
  }

  /**
   * Text that was not taken must not stay in a document that goes on: it would look as if it were in the report. Until
   * the server's text is here in a new one, the page shows the old, and what is written in it meanwhile counts too.
   */
  #onDenied(room: Room, denied: Denied): void {
    if (this.#live !== room) return
    this.#denials.push(denied)
    room.leave()
    const next = this.#open()
    const succeed = (synced: boolean): void => {
      if (!synced) return
      next.provider.off('sync', succeed)
      if (this.#live === next) this.#succeed(next)
    }
    next.provider.on('sync', succeed)
    this.#publish()
    this.#options.onDenied(denied.sections ?? null)
    this.#options.onChanged(denied.reason === 'locked' ? 'locked' : 'rights')
  }

  #succeed(next: Room): void {
    const before = this.#room
    const last = this.#denials.at(-1)
    if (!before || !last) return
    const whole = this.#denials.length > MOST_DENIALS || this.#denials.some(({ sections }) => !sections)
    const refused = new Set(this.#denials.flatMap(({ sections }) => sections ?? []))
    const left = whole ? null : next.takeOver(before, sectionId => !refused.has(sectionId))
    const sections = textOnlyIn(before.doc, next.doc).filter(
      ({ sectionId }) => left === null || refused.has(sectionId) || left.has(sectionId),
    )
    if (sections.length > 0) {
      this.#refused = { reason: reasonOf(last), sections: [...(this.#refused?.sections ?? []), ...sections] }
    }
    this.#room = next
    this.#publish()
  }

  /** The browser knows sooner than the socket that the network is gone. */
  readonly #onOffline = (): void => {
    if (this.#refusal) return
    this.#live?.provider.disconnect()
    this.#live?.provider.connect()
  }

  #publish(): void {
    const room = this.#room
    const live = this.#live
    if (!room || !live) return
    const inBetween = live !== room
    if (!inBetween && live.settled) this.#denials = []
    const next: ConnectionState = {
      room,
      synced: room.everSynced,
      refusal: this.#refusal,
      connected: live.connected,
      lost: live.lost,
      settled: live.settled && !inBetween,
      unsaved: live.unsaved || inBetween,
      refused: this.#refused,
    }
    const now = this.getSnapshot()
    const keys = Object.keys(next) as (keyof ConnectionState)[]
    if (keys.some(key => next[key] !== now[key])) this.set(next)
  }
}
