import { clearDocument, IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'
import { type CopyNote, databaseOf, writeNote } from './copy-note.ts'
import { holdTextLock } from './text-lock.ts'

/** `failed`: the browser keeps nothing (private mode, full disk), so the text is in this tab only. */
export type CopyState = 'none' | 'opening' | 'kept' | 'failed'

export interface UnsentCopyOptions {
  doc: Y.Doc
  name: string
  note: () => CopyNote
  onState: () => void
}

/**
 * A document with unsent text, kept in the browser until the server has it all. There is none while everything is
 * committed: then nothing of the report is on this computer.
 */
export class UnsentCopy {
  state: CopyState = 'none'
  readonly #options: UnsentCopyOptions
  #wanted = false
  /** One thing at a time: opening and removing take a while. */
  #work: Promise<void> = Promise.resolve()
  #persistence: IndexeddbPersistence | null = null
  #database: IDBDatabase | null = null
  #release = (): void => {}
  #writing = false
  #again = false

  constructor(options: UnsentCopyOptions) {
    this.#options = options
  }

  /** @returns when it is in the browser's database, or could not be kept */
  keep(): Promise<void> {
    if (this.#wanted) return this.#work
    this.#wanted = true
    this.#work = this.#work.then(() => this.#open())
    return this.#work
  }

  /** Nothing of it is needed any more. */
  forget(): Promise<void> {
    if (!this.#wanted) return this.#work
    this.#wanted = false
    this.#work = this.#work.then(() => this.#close(true))
    return this.#work
  }

  /** The document is left: another tab, or this one later, may take the copy over. */
  leave(): Promise<void> {
    this.#work = this.#work.then(() => this.#close(false))
    return this.#work
  }

  /** The note reads otherwise now. */
  noted(): void {
    if (this.state !== 'kept' || !this.#database) return
    this.#again = this.#writing
    if (this.#writing) return
    this.#writing = true
    writeNote(this.#database, this.#options.note()).then(
      () => {
        this.#writing = false
        if (this.#again) this.noted()
      },
      () => this.#fail(),
    )
  }

  async #open(): Promise<void> {
    this.#become('opening')
    try {
      this.#release = await holdTextLock(this.#options.name)
      const persistence = new IndexeddbPersistence(this.#options.name, this.#options.doc)
      this.#persistence = persistence
      const database = await databaseOf(persistence)
      // y-indexeddb waits for no write; what goes wrong comes up here.
      const broken = new Promise<void>(resolve => {
        for (const event of ['error', 'abort', 'close']) {
          database.addEventListener(event, () => {
            if (this.#persistence === persistence) this.#fail()
            resolve()
          })
        }
      })
      this.#database = database
      await Promise.race([persistence.whenSynced, broken])
      await writeNote(database, this.#options.note())
      this.#become('kept')
      // What was written while it was opened.
      this.noted()
    } catch (error) {
      console.warn('Text is kept in this tab only', error)
      this.#fail()
    }
  }

  async #close(remove: boolean): Promise<void> {
    this.#database = null
    const persistence = this.#persistence
    this.#persistence = null
    try {
      await persistence?.destroy()
      if (persistence && remove) await clearDocument(this.#options.name)
    } catch (error) {
      console.warn('A copy of text could not be closed', error)
    }
    this.#release()
    this.#release = () => {}
    this.#writing = false
    this.#again = false
    this.#become('none')
  }

  #fail(): void {
    if (this.#wanted) this.#become('failed')
  }

  #become(state: CopyState): void {
    if (state === 'kept' && this.state === 'failed') return
    if (state === this.state) return
    this.state = state
    this.#options.onState()
  }
}
