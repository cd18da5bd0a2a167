import * as Y from 'yjs'
import type { CarriedOver } from '../carry-over.ts'
import type { JointChanges } from '../joint-changes.ts'
import { keepOwn } from '../keep-own.ts'
import { OwnChanges } from '../own-changes.ts'
import type { RefusedText } from '../refused-text.ts'
import { SaveCounter } from '../save-counter.ts'
import type { CopyNote } from './copy-note.ts'
import type { LeftText } from './left-text.ts'
import { touchedSections } from './touched-sections.ts'
import { type CopyState, UnsentCopy } from './unsent-copy.ts'
import { type TextOwner, unsentName } from './unsent-names.ts'

/** While there is contact, what the server commits sooner than this is not copied to the browser's disk, ms. */
const KEEP_AFTER_MS = 500
/** Something written waits, the server is there, and nothing has been committed for so long: say so, ms. */
const STALLED_AFTER_MS = 4000

/** Origin of text that another tab left. */
const LEFT = Symbol('left text')

export type LeftBehind = Pick<CarriedOver, 'leftBehind' | 'takenAway'>

/** What was written in a document and is not committed: how much, where, and that a copy of it is safe. */
export class UnsentText {
  readonly own: OwnChanges
  readonly #doc: Y.Doc
  readonly #counter = new SaveCounter()
  readonly #copy: UnsentCopy
  readonly #onMove: () => void
  readonly #sections = new Set<string>()
  #refused: RefusedText | null = null
  /** Nobody needs what has been written until now. */
  #forgotten = false
  /** Called when all is committed. */
  #onSettled: (() => void)[] = []
  #inContact = false
  #stalled = false
  #keepTimer: ReturnType<typeof setTimeout> | null = null
  #stallTimer: ReturnType<typeof setTimeout> | null = null

  constructor(doc: Y.Doc, owner: TextOwner, joint: JointChanges, onMove: () => void) {
    this.#doc = doc
    this.own = new OwnChanges(joint)
    keepOwn(doc, this.own)
    this.#onMove = onMove
    const note = (): CopyNote => ({
      waiting: this.waiting,
      sections: this.sections,
      ...this.own.note,
      refused: this.#refused,
    })
    this.#copy = new UnsentCopy({ doc, name: unsentName(owner), note, onState: onMove })
    doc.on('update', this.#onUpdate)
  }

  /** Changes that are not committed. */
  get waiting(): number {
    return this.#counter.waiting
  }

  /** Everything here, and everything sent on this connection, is committed. */
  get settled(): boolean {
    return this.#counter.settled
  }

  get copyState(): CopyState {
    return this.#copy.state
  }

  /** The server is there but has committed nothing for some seconds. */
  get stalled(): boolean {
    return this.#stalled
  }

  /** Sections with something that is not committed. */
  get sections(): string[] {
    return [...this.#sections]
  }

  set inContact(inContact: boolean) {
    this.#inContact = inContact
    if (this.waiting === 0) return
    if (inContact) this.#awaitProgress()
    else void this.keep()
  }

  /** A new connection. */
  opened(): void {
    this.#counter.opened()
  }

  sent(frame: unknown): void {
    this.#counter.sent(frame)
    this.#onMove()
  }

  saved(messages: number): void {
    const before = this.waiting
    this.#counter.saved(messages)
    if (this.waiting === 0) this.#settle()
    else if (this.waiting < before) {
      this.#copy.noted()
      this.#awaitProgress()
    }
    this.#onMove()
  }

  inherit(left: LeftText): void {
    const { doc, waiting, sections } = left
    // A tab that ended too soon to say who wrote in it: all that is new here is taken for its own.
    const writers = left.writers.length > 0 ? left.writers : writersOfNews(doc, this.#doc)
    this.own.inherit({ ...left, writers })
    const news = this.#takeIn(waiting, () => Y.applyUpdate(this.#doc, Y.encodeStateAsUpdate(doc), LEFT))
    // The whole text of that tab may be new here: only it knows what of it was unsent, unless it ended too soon to say.
    if (news) for (const section of sections.length > 0 ? sections : news) this.#sections.add(section)
  }

  /**
   * The server may have what was not committed of another document, so that nothing of it need be carried over, and refuse
   * it still. Then nobody else offers it.
   */
  expect({ sections }: UnsentText): void {
    for (const section of sections) this.#sections.add(section)
  }

  /**
   * @param from the document that is carried over
   * @returns what could not be carried over
   */
  carry(from: UnsentText, carryOver: () => CarriedOver): LeftBehind {
    let left: LeftBehind = { leftBehind: new Set(), takenAway: [] }
    const news = this.#takeIn(1, () => {
      const carried = carryOver()
      left = carried
      this.own.carry(from.own, carried)
    })
    for (const section of news ?? []) this.#sections.add(section)
    return left
  }

  /** @returns sections that `apply` changed, or null where all of it was here already */
  #takeIn(changes: number, apply: () => void): Set<string> | null {
    const touched = new Set<string>()
    let any = false
    const onNews = (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
      any = true
      for (const section of touchedSections(transaction)) touched.add(section)
    }
    this.#doc.on('update', onNews)
    // Counted before it is sent, which happens while it is applied.
    this.#counter.made(changes)
    apply()
    this.#doc.off('update', onNews)
    // Nothing of it will be sent, or answered.
    if (!any) this.#counter.made(-changes)
    else if (this.#inContact && !this.#stallTimer) this.#awaitProgress()
    this.#forgotten &&= !any
    return any ? touched : null
  }

  /** Sees to it that a copy is in the browser. @returns when it is, or cannot be */
  keep(): Promise<void> {
    this.#clear()
    return this.waiting > 0 && !this.#forgotten ? this.#copy.keep() : Promise.resolve()
  }

  /** @returns when all that waits is committed, or in the browser's database */
  async safe(): Promise<void> {
    await this.keep()
    if (this.waiting === 0 || this.copyState === 'kept') return
    await new Promise<void>(resolve => this.#onSettled.push(resolve))
  }

  /** All else is safe in another document: a later visit is to offer this, and send nothing. */
  refuse(refused: RefusedText): void {
    this.#refused = refused
    this.#copy.noted()
  }

  /** Nobody needs it any more. */
  forget(): Promise<void> {
    this.#forgotten = true
    this.#clear()
    return this.#copy.forget()
  }

  /** The document is left. What is not committed stays in the browser for the next visit. */
  async leave(): Promise<void> {
    await this.keep()
    await this.#copy.leave()
  }

  readonly #onUpdate = (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
    if (!transaction.local) return
    this.#forgotten = false
    this.own.made(transaction)
    this.#counter.made(1)
    for (const section of touchedSections(transaction)) this.#sections.add(section)
    this.#copy.noted()
    if (!this.#inContact) void this.keep()
    else {
      this.#keepTimer ??= setTimeout(() => void this.keep(), KEEP_AFTER_MS)
      if (!this.#stallTimer) this.#awaitProgress()
    }
    this.#onMove()
  }

  /** All is committed. */
  #settle(): void {
    this.#sections.clear()
    this.own.committed(this.#doc)
    this.#stalled = false
    void this.forget()
    for (const settled of this.#onSettled.splice(0)) settled()
  }

  #awaitProgress(): void {
    if (this.#stallTimer) clearTimeout(this.#stallTimer)
    this.#stalled = false
    this.#stallTimer = setTimeout(() => {
      this.#stalled = this.waiting > 0 && this.#inContact
      this.#onMove()
    }, STALLED_AFTER_MS)
  }

  #clear(): void {
    for (const timer of [this.#keepTimer, this.waiting === 0 ? this.#stallTimer : null]) if (timer) clearTimeout(timer)
    this.#keepTimer = null
    if (this.waiting === 0) this.#stallTimer = null
  }
}

/** Clients who have written more in one document than another one has. */
const writersOfNews = (doc: Y.Doc, known: Y.Doc): number[] =>
  [...doc.store.clients.keys()].filter(client => Y.getState(doc.store, client) > Y.getState(known.store, client))
