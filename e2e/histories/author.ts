import { EditorState, type Transaction } from '@tiptap/pm/state'
import { initProseMirrorDoc, updateYFragment, ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { documentSchema } from '#editor/blocks/document-schema.ts'
import { Connection } from '#editor/surface/collab/connection.ts'
import type { Room } from '#editor/surface/collab/room.ts'
import { saveState } from '#editor/surface/collab/save-state.ts'
import { connectNetwork, type Network, plugIn, pull, WebSocketsOnly } from './browser.ts'
import { charactersIn, charactersOf, type Pen, without } from './characters.ts'
import { type Choice, EDITS, type EditName } from './edits.ts'
import { mended } from './mended.ts'
import { Promises } from './promises.ts'

export interface AuthorOptions {
  userId: string
  reportId: string
  port: number
  pen: Pen
}

/** A text changed although nobody asked for that. */
export class EditorLosesTextError extends Error {
  readonly code = 'editor-loses-text'
  override readonly name = 'EditorLosesTextError'
}

/** One person at the product's own connection, editing as the editors do but without their views. */
export class Author {
  readonly userId: string
  /** Characters that this author was given to write, somewhere. */
  readonly #thought = new Set<string>()
  /** Of them, what has stood in the text. */
  readonly written = new Set<string>()
  /** Characters that this author removed, or somebody else from this author's page. */
  readonly removed = new Set<string>()
  readonly promises = new Promises()
  readonly #network: Network
  readonly #connection: Connection
  readonly #pen: Pen
  readonly #leave: () => void
  readonly #watched = new WeakSet<Y.Doc>()

  constructor({ userId, reportId, port, pen }: AuthorOptions) {
    this.userId = userId
    this.#pen = pen
    this.#network = connectNetwork(userId, port)
    this.#connection = new Connection({
      address: () => ({ url: `ws://127.0.0.1:${port}/collab`, reportId, userId, transport: new WebSocketsOnly() }),
      schema: documentSchema,
      user: { id: userId, name: userId, color: '#123456' },
      onChanged: () => {},
      onDenied: () => {},
      onLate: () => {},
      onReturn: () => {},
      mayMove: () => true,
      onUndoFailed: () => {},
    })
    this.#connection.subscribe(() => this.#look())
    this.#leave = this.#connection.start()
  }

  get state() {
    return this.#connection.getSnapshot()
  }

  get isOnline(): boolean {
    return this.#network.isUp
  }

  /** The line beside the title says that all is saved. */
  get isSaved(): boolean {
    return saveState(this.state, { locked: false, write: true }) === 'saved'
  }

  get isReady(): boolean {
    return this.state.ready
  }

  /** What is shown. */
  get room(): Room {
    const { room } = this.state
    if (!room) throw new Error('not started')
    return room
  }

  /** Characters that the page offers because the server has not taken them. */
  get offered(): Set<string> {
    return charactersOf(JSON.stringify(this.state.refused))
  }

  shows(characters: ReadonlySet<string>): boolean {
    const { doc } = this.room
    const shown = new Set([...doc.share.keys()].flatMap(id => [...charactersIn(doc.getXmlFragment(id))]))
    return without(characters, shown).length === 0
  }

  edit(sectionId: string, name: EditName, choice: Choice): void {
    const { doc } = this.room
    const fragment = doc.getXmlFragment(sectionId)
    this.room.undoOf(sectionId)
    const before = charactersIn(fragment)
    const { doc: shown, meta } = initProseMirrorDoc(fragment, documentSchema)
    if (without(before, charactersOf(JSON.stringify(shown))).length > 0) throw new EditorLosesTextError(name)
    const put = (tr: Transaction): void => {
      doc.transact(() => updateYFragment(doc, fragment, tr.doc, meta), ySyncPluginKey)
    }
    const state = mended(EditorState.create({ doc: shown, schema: documentSchema }), put)
    EDITS[name](choice, count => this.#next(count))(state, put)
    this.#note(before, charactersIn(fragment))
  }

  /** Moves the first block that has text to the end of another section, as one change, if there is one. */
  move(from: string, to: string): void {
    const { doc } = this.room
    const source = doc.getXmlFragment(from)
    const at = source.toArray().findIndex(block => charactersOf(block.toString()).size > 0)
    const block = at < 0 ? null : source.get(at)
    if (!(block instanceof Y.XmlElement)) return
    for (const section of [from, to]) this.room.undoOf(section)
    this.room.move(from, to, () =>
      doc.transact(() => {
        doc.getXmlFragment(to).push([block.clone()])
        source.delete(at, 1)
      }, ySyncPluginKey),
    )
  }

  takeBack(sectionId: string, how: 'undo' | 'redo'): void {
    const { doc } = this.room
    const before = charactersIn(doc.getXmlFragment(sectionId))
    this.room.undoOf(sectionId)[how]()
    this.#note(before, charactersIn(doc.getXmlFragment(sectionId)))
  }

  goOffline(): void {
    pull(this.#network)
  }

  goOnline(): void {
    plugIn(this.#network)
  }

  leave(): void {
    this.#leave()
    pull(this.#network)
  }

  #next(count: number): string {
    const text = this.#pen.next(count)
    for (const one of text) this.#thought.add(one)
    return text
  }

  #note(before: ReadonlySet<string>, after: ReadonlySet<string>): void {
    // Who moves another's words, or takes that back, has not written them.
    for (const one of without(after, before)) if (this.#thought.has(one)) this.written.add(one)
    for (const one of without(before, after)) this.removed.add(one)
  }

  /** Who deletes a paragraph deletes what is written in it at the same time: Yjs merges so, and every page shows it. */
  #watch({ doc }: Room): void {
    if (this.#watched.has(doc)) return
    this.#watched.add(doc)
    const shown = (): Set<string> =>
      new Set([...doc.share.keys()].flatMap(id => [...charactersIn(doc.getXmlFragment(id))]))
    let before = shown()
    doc.on('afterTransaction', ({ local }: Y.Transaction) => {
      const after = shown()
      if (!local) for (const one of without(before, after)) this.removed.add(one)
      before = after
    })
  }

  #look(): void {
    const { room } = this.state
    if (!room) return
    this.promises.watch(room)
    this.#watch(room)
    if (this.isSaved) this.promises.saved(room)
  }
}
