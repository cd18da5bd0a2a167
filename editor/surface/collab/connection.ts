import type { Schema } from '@tiptap/pm/model'
import type { Changed, Denied } from '../../core/collab-protocol.ts'
import { Store } from '../store.ts'
import { unknownContent } from '../text/unknown-content.ts'
import { type ConnectionState, START } from './connection-state.ts'
import { textOf, textOnlyIn } from './refused-text.ts'
import { RefusedTexts } from './refused-texts.ts'
import { Room, type RoomAddress } from './room.ts'
import { type RefusalReason, refusalOf } from './save-state.ts'
import { type LeftText, takeLeftTexts } from './unsent/left-text.ts'

export interface ConnectionOptions {
  address: () => RoomAddress
  /** What the editor of this version knows. */
  schema: Schema
  /** Shown to the others as awareness field `user`. */
  user: { id: string; name: string; color: string }
  onChanged: (what: Changed['what']) => void
  /** The server did not take something; it says why, and what to fetch, by `onChanged`. */
  onDenied: () => void
  /** Synchronised again after a lost connection. */
  onReturn: () => void
}

/** Refusals after which the same text would be refused again. */
const OFFERED: Partial<Record<RefusalReason, 'gone' | 'not-taken'>> = {
  'no-rights': 'gone',
  'unknown-report': 'gone',
  'too-large': 'not-taken',
  malformed: 'not-taken',
}

/** The report's one connection, through reconnections and refusals. */
export class Connection extends Store<ConnectionState> {
  readonly #options: ConnectionOptions
  readonly #refused = new RefusedTexts()
  #room: Room | null = null
  /** Rooms whose text was refused. */
  #denied: Room[] = []
  #leaving = new AbortController()
  #refusal: RefusalReason | null = null
  /** Text of earlier visits is being looked for. */
  #looking = false

  constructor(options: ConnectionOptions) {
    super(START)
    this.#options = options
  }

  /** @returns a function that leaves again */
  start(): () => void {
    const leaving = new AbortController()
    this.#leaving = leaving
    this.#looking = true
    this.#open()
    takeLeftTexts(this.#options.address(), text => this.#take(text), leaving.signal)
      .catch((error: unknown) => console.warn('Unsent text cannot be looked for', error))
      .finally(() => {
        this.#looking = false
        this.#publish()
      })
    window.addEventListener('offline', this.#onOffline)
    window.addEventListener('online', this.#onOnline)
    document.addEventListener('visibilitychange', this.#onHidden)
    return () => {
      leaving.abort()
      window.removeEventListener('offline', this.#onOffline)
      window.removeEventListener('online', this.#onOnline)
      document.removeEventListener('visibilitychange', this.#onHidden)
      this.#room?.leave()
      for (const room of [this.#room, ...this.#denied.splice(0)]) void room?.unsent.leave()
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
    this.#refused.dismiss()
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
      refused: code => this.#onRefused(room, refusalOf(code)),
    })
    this.#room = room
    room.provider.awareness.setLocalStateField('user', this.#options.user)
    room.provider.connect()
    this.#publish()
    return room
  }

  /** Text that another tab of this person left. */
  async #take(left: LeftText): Promise<void> {
    const { schema } = this.#options
    const fits = left.sections.every(id => unknownContent(left.doc.getXmlFragment(id), schema).length === 0)
    if (fits) {
      await this.#room?.adopt(left)
      return
    }
    await new Promise<void>(resolve => {
      this.#leaving.signal.addEventListener('abort', () => resolve())
      this.#refused.add('schema', textOf(left.doc, left.sections), () => left.discard().finally(resolve))
      this.#publish()
    })
  }

  /** Text that was not taken must not stay in a document that goes on: it would look as if it were in the report. */
  #onDenied(room: Room, { reason }: Denied): void {
    if (this.#room !== room) return
    void room.unsent.keep()
    room.leave()
    this.#denied.push(room)
    const next = this.#open()
    const compare = (synced: boolean): void => {
      if (!synced) return
      next.provider.off('sync', compare)
      this.#refused.add(reason, textOnlyIn(room.doc, next.doc), () => room.unsent.forget())
      this.#publish()
    }
    next.provider.on('sync', compare)
    this.#options.onDenied()
    this.#options.onChanged(reason === 'locked' ? 'locked' : 'rights')
  }

  #onRefused(room: Room, refusal: RefusalReason | null): void {
    if (this.#room !== room) return
    this.#refusal = refusal
    const offered = refusal && OFFERED[refusal]
    if (offered) this.#refused.add(offered, textOf(room.doc, room.unsent.sections), () => room.unsent.forget())
    this.#publish()
  }

  /** The browser knows sooner than the socket that the network is gone. */
  readonly #onOffline = (): void => {
    if (this.#refusal) return
    this.#room?.provider.disconnect()
    this.#room?.provider.connect()
  }

  /** Not only when the next attempt is due. */
  readonly #onOnline = (): void => {
    if (!this.#refusal) this.#room?.provider.connect()
  }

  /** The tab may be closed next: what is not committed goes to the disk now. */
  readonly #onHidden = (): void => {
    if (document.visibilityState === 'hidden') void this.#room?.unsent.keep()
  }

  #publish(): void {
    const room = this.#room
    if (!room) return
    const { waiting, stalled, copyState } = room.unsent
    const next: ConnectionState = {
      room,
      ready: room.ready,
      refusal: this.#refusal,
      connected: room.connected,
      lost: room.lost,
      settled: room.settled && !this.#looking,
      stalled,
      waiting,
      unsaved: waiting > 0,
      copy: copyState,
      refused: this.#refused.text,
    }
    const now = this.getSnapshot()
    const keys = Object.keys(next) as (keyof ConnectionState)[]
    if (keys.some(key => next[key] !== now[key])) this.set(next)
  }
}
