import type { Schema } from '@tiptap/pm/model'
import type { Changed, Denied } from '../../core/collab-protocol.ts'
import { Store } from '../store.ts'
import { unknownContent } from '../text/unknown-content.ts'
import { type ConnectionState, START } from './connection-state.ts'
import { type RefusedSection, type RefusedText, reasonOf, textOf, textOnlyIn } from './refused-text.ts'
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
  onChanged: (changed: Changed) => void
  /**
   * The server did not take something; it says what to fetch by `onChanged`.
   * @param sections where nothing may be written any more; null for the whole report
   */
  onDenied: (sections: string[] | null) => void
  /** Somebody else wrote in what had just been removed here; again, with the same id, when they have written more. */
  onLate: (section: RefusedSection) => void
  /** Synchronised again after a lost connection. */
  onReturn: () => void
  /** Whether text may be moved into or out of the section; it tells the person if not. */
  mayMove: (sectionId: string) => boolean
  /** A step could not be taken back, or done again; the text is as it was. */
  onUndoFailed: (error: unknown) => void
}

/** Refusals after which the same text would be refused again. */
const OFFERED: Partial<Record<RefusalReason, 'gone' | 'not-taken'>> = {
  'no-rights': 'gone',
  'unknown-report': 'gone',
  'too-large': 'not-taken',
  malformed: 'not-taken',
}

/** Refusals one after another, none of the text between them saved, after which nothing is sent again. */
const MOST_DENIALS = 5

/** The report's one connection, through reconnections and refusals. */
export class Connection extends Store<ConnectionState> {
  readonly #options: ConnectionOptions
  #refused = new RefusedTexts()
  /** Whose text the page shows. */
  #room: Room | null = null
  /** The one that is connected: another than `#room` from a refusal until its text has arrived. */
  #live: Room | null = null
  #denials: Denied[] = []
  /** Rooms whose text was refused. */
  #denied: Room[] = []
  /** Wait until the room that is shown is the one that is connected. */
  #onSuccession: (() => void)[] = []
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
    // Their copies are found again.
    this.#refused = new RefusedTexts()
    this.#looking = true
    this.#room = this.#open()
    this.#publish()
    takeLeftTexts(this.#options.address(), (text, offered) => this.#take(text, offered), leaving.signal)
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
      this.#live?.leave()
      const rooms = new Set([this.#room, this.#live, ...this.#denied.splice(0)])
      for (const room of rooms) void room?.unsent.leave()
      this.#live = null
      this.#room = null
      for (const go of this.#onSuccession.splice(0)) go()
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
    this.#refused.dismiss()
    this.#publish()
  }

  /** Text that stands nowhere in the report, beside what was refused. @param forget removes what is kept of it */
  offer({ reason, sections }: RefusedText, forget: () => Promise<unknown>): void {
    this.#refused.add(reason, sections, forget)
    this.#publish()
  }

  #open(): Room {
    const room: Room = new Room(this.#options.address(), {
      moved: () => {
        if (this.#live === room || this.#room === room) this.#publish()
      },
      returned: () => this.#options.onReturn(),
      denied: denied => this.#onDenied(room, denied),
      changed: changed => this.#options.onChanged(changed),
      late: section => this.#options.onLate(section),
      refused: code => this.#onRefused(room, refusalOf(code)),
      mayMove: this.#options.mayMove,
      undoFailed: this.#options.onUndoFailed,
    })
    this.#live = room
    room.provider.awareness.setLocalStateField('user', this.#options.user)
    room.provider.connect()
    return room
  }

  /** Text that another tab of this person left. */
  async #take(left: LeftText, offered: () => void): Promise<void> {
    const { schema } = this.#options
    const fits = left.sections.every(id => unknownContent(left.doc.getXmlFragment(id), schema).length === 0)
    if (fits && !left.refused) {
      await this.#together()
      await this.#room?.adopt(left)
      return
    }
    await new Promise<void>(resolve => {
      this.#leaving.signal.addEventListener('abort', () => resolve())
      const { reason, sections } = left.refused ?? { reason: 'schema', sections: textOf(left.doc, left.sections) }
      this.#refused.add(reason, sections, () => left.discard().finally(resolve))
      offered()
      this.#publish()
    })
  }

  /** What is taken into a room that is on its way out would be taken for something that was refused. */
  async #together(): Promise<void> {
    while (this.#room !== this.#live) await new Promise<void>(resolve => this.#onSuccession.push(resolve))
  }

  /**
   * Text that was not taken must not stay in a document that goes on: it would look as if it were in the report. Until
   * the server's text is here in a new one, the page shows the old, and what is written in it meanwhile counts too.
   */
  #onDenied(room: Room, denied: Denied): void {
    if (this.#live !== room) return
    room.leave()
    this.#denied.push(room)
    const next = this.#open()
    if (this.#room) next.unsent.own.recognise(this.#room.unsent.own)
    // Not before: the room that is left may have everything else saved, and so nothing to remember refusals for.
    this.#denials.push(denied)
    const succeed = (synced: boolean): void => {
      if (!synced) return
      next.provider.off('sync', succeed)
      if (this.#live === next) this.#succeed(next)
    }
    next.provider.on('sync', succeed)
    this.#publish()
    this.#options.onDenied(denied.sections ?? null)
    this.#options.onChanged({ what: denied.reason === 'locked' ? 'locked' : 'rights' })
  }

  #succeed(next: Room): void {
    const before = this.#room
    const last = this.#denials.at(-1)
    if (!before || !last) return
    const whole = this.#denials.length > MOST_DENIALS || this.#denials.some(({ sections }) => !sections)
    const refused = new Set(this.#denials.flatMap(({ sections }) => sections ?? []))
    const left = whole ? null : next.takeOver(before, sectionId => !refused.has(sectionId))
    const ours = new Set(before.unsent.sections)
    next.unsent.expect(before.unsent)
    const shown = textOnlyIn(before.doc, next.doc).filter(({ sectionId }) =>
      left === null ? ours.has(sectionId) : refused.has(sectionId) || left.leftBehind.has(sectionId),
    )
    const sections = [...shown, ...(left?.takenAway ?? before.takenAway(next))]
    const handedOver = this.#handOver(before, next, { reason: reasonOf(last), sections })
    this.#refused.add(reasonOf(last), sections, () => handedOver.then(() => before.unsent.forget()))
    this.#room = next
    for (const go of this.#onSuccession.splice(0)) go()
    this.#publish()
  }

  /** The copy of what was refused also has what goes on: it stays whole until that is safe in the next room. */
  async #handOver(before: Room, next: Room, refused: RefusedText): Promise<void> {
    await next.unsent.safe()
    before.unsent.refuse(refused)
  }

  #onRefused(room: Room, refusal: RefusalReason | null): void {
    const shown = this.#room
    if (this.#live !== room || !shown) return
    this.#refusal = refusal
    const offered = refusal && OFFERED[refusal]
    if (offered) this.#refused.add(offered, textOf(shown.doc, shown.unsent.sections), () => shown.unsent.forget())
    this.#publish()
  }

  /** The browser knows sooner than the socket that the network is gone. */
  readonly #onOffline = (): void => {
    if (this.#refusal) return
    this.#live?.provider.disconnect()
    this.#live?.provider.connect()
  }

  /** Not only when the next attempt is due. */
  readonly #onOnline = (): void => {
    if (!this.#refusal) this.#live?.provider.connect()
  }

  /** The tab may be closed next: what is not committed goes to the disk now. */
  readonly #onHidden = (): void => {
    if (document.visibilityState !== 'hidden') return
    for (const room of [this.#room, this.#live]) void room?.unsent.keep()
  }

  #publish(): void {
    const room = this.#room
    const live = this.#live
    if (!room || !live) return
    const inBetween = live !== room
    if (!inBetween && live.settled) this.#denials = []
    const waiting = room.unsent.waiting + (inBetween ? live.unsent.waiting : 0)
    const next: ConnectionState = {
      room,
      ready: room.ready,
      refusal: this.#refusal,
      connected: live.connected,
      lost: live.lost,
      settled: live.settled && !inBetween && !this.#looking,
      stalled: live.unsent.stalled,
      waiting,
      unsaved: waiting > 0 || inBetween,
      copy: room.unsent.copyState,
      refused: this.#refused.texts,
    }
    const now = this.getSnapshot()
    const keys = Object.keys(next) as (keyof ConnectionState)[]
    if (keys.some(key => next[key] !== now[key])) this.set(next)
  }
}
