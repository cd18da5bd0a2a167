import * as Y from 'yjs'
import type { ConnectionState } from '../collab/connection-state.ts'
import type { Room } from '../collab/room.ts'
import { type ReadStore, Store } from '../store.ts'
import { findMatches, type Match } from './matches.ts'
import type { FindQuery } from './query.ts'
import { REPLACE_ORIGIN, replaceMatches } from './replace-matches.ts'

/** Others' writing moves the places; they are looked for again in steps of this length. Milliseconds. */
const STEP_MS = 150

export interface FindState {
  query: FindQuery
  matches: Match[]
  /** Index in `matches`; -1 where there are none. */
  current: number
  /** A replacement of this person's can be taken back. */
  canUndo: boolean
}

export interface FindStoreOptions {
  connection: ReadStore<ConnectionState>
  /** In the order of the report. */
  sectionIds: () => string[]
  mayWrite: (sectionId: string) => boolean
}

/** What is looked for in one report, while the panel is open. */
export class FindStore extends Store<FindState> {
  readonly #options: FindStoreOptions
  #room: Room | null = null
  #undo: Y.UndoManager | null = null
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(options: FindStoreOptions) {
    super({ query: { text: '', matchCase: false, wholeWords: false }, matches: [], current: -1, canUndo: false })
    this.#options = options
  }

  /** @returns a function that stops looking */
  open(): () => void {
    this.#follow()
    const stop = this.#options.connection.subscribe(this.#follow)
    return () => {
      stop()
      this.#leave()
    }
  }

  look(change: Partial<FindQuery>): void {
    this.set({ ...this.getSnapshot(), query: { ...this.getSnapshot().query, ...change } })
    this.#search()
  }

  step(by: 1 | -1): void {
    const { matches, current } = this.getSnapshot()
    if (matches.length) this.set({ ...this.getSnapshot(), current: (current + by + matches.length) % matches.length })
  }

  /** @returns how many were replaced */
  replaceCurrent(replacement: string): number {
    const { matches, current } = this.getSnapshot()
    const match = matches[current]
    return match ? this.#replace([match], replacement) : 0
  }

  /** @returns how many were replaced */
  replaceAll(replacement: string): number {
    return this.#replace(this.getSnapshot().matches, replacement)
  }

  undo(): void {
    this.#undo?.undo()
    this.#search()
  }

  #replace(matches: readonly Match[], replacement: string): number {
    if (!this.#room) return 0
    const writable = matches.filter(match => this.#options.mayWrite(match.sectionId))
    this.#undo?.stopCapturing()
    const replaced = replaceMatches(this.#room.doc, writable, this.getSnapshot().query, replacement)
    this.#search()
    return replaced
  }

  readonly #follow = (): void => {
    const { room, ready } = this.#options.connection.getSnapshot()
    const next = ready ? room : null
    if (next === this.#room) return
    this.#leave()
    this.#room = next
    if (!next) return
    this.#undo = new Y.UndoManager(
      this.#options.sectionIds().map(id => next.doc.getXmlFragment(id)),
      { doc: next.doc, trackedOrigins: new Set([REPLACE_ORIGIN]) },
    )
    next.doc.on('update', this.#searchSoon)
    this.#search()
  }

  #leave(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    this.#room?.doc.off('update', this.#searchSoon)
    this.#undo?.destroy()
    this.#undo = null
    this.#room = null
  }

  readonly #searchSoon = (): void => {
    this.#timer ??= setTimeout(() => this.#search(), STEP_MS)
  }

  #search(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const before = this.getSnapshot()
    const matches = this.#room ? findMatches(this.#room.doc, this.#options.sectionIds(), before.query) : []
    this.set({
      ...before,
      matches,
      current: sameOrNext(matches, before.matches[before.current] ?? null, this.#options.sectionIds()),
      canUndo: this.#undo?.canUndo() ?? false,
    })
  }
}

/** Where the one that was shown stands now, or the next one after it. */
function sameOrNext(matches: readonly Match[], before: Match | null, sectionIds: string[]): number {
  if (!matches.length) return -1
  if (!before) return 0
  const section = sectionIds.indexOf(before.sectionId)
  const index = matches.findIndex(match => {
    const order = sectionIds.indexOf(match.sectionId) - section
    return order > 0 || (order === 0 && match.place >= before.place)
  })
  return Math.max(index, 0)
}
