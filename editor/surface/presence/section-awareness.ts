import type { Awareness } from 'y-protocols/awareness'

/** What every client says of itself. */
export interface AwarenessState {
  user?: { id: string; name: string; color: string }
  /** Section that the caret is in, or was in last. */
  section?: string | null
  /** Relative positions of y-tiptap; null while no editor has the focus. */
  cursor?: { anchor: unknown; head: unknown } | null
}

type Listener = (change: { added: number[]; updated: number[]; removed: number[] }, origin: unknown) => void

/**
 * The awareness of the report as one section's editor sees it. Every editor draws its carets again at each awareness
 * change that it hears of; with this, a caret that moves in one section costs nothing in the thirty others, and an
 * editor that closes takes away no caret but its own.
 */
export class SectionAwareness {
  readonly #awareness: Awareness
  readonly #sectionId: string
  #here = new Set<number>()
  #listeners = { change: new Set<Listener>(), update: new Set<Listener>() }

  constructor(awareness: Awareness, sectionId: string) {
    this.#awareness = awareness
    this.#sectionId = sectionId
    for (const [client, state] of this.getStates()) if (state) this.#here.add(client)
  }

  get clientID(): number {
    return this.#awareness.clientID
  }

  get states(): Map<number, AwarenessState> {
    return this.getStates()
  }

  getStates(): Map<number, AwarenessState> {
    const all = this.#awareness.getStates() as Map<number, AwarenessState>
    return new Map([...all].filter(([, state]) => state.section === this.#sectionId))
  }

  getLocalState(): AwarenessState | null {
    const state = this.#awareness.getLocalState() as AwarenessState | null
    return state && state.section !== this.#sectionId ? { ...state, cursor: null } : state
  }

  setLocalStateField(field: string, value: unknown): void {
    // The connection says who we are, once; the caret extension would say it again from every section.
    if (field !== 'cursor') return
    const state = this.#awareness.getLocalState() as AwarenessState | null
    if (!state || (value === null && state.section !== this.#sectionId)) return
    this.#awareness.setLocalState({ ...state, section: this.#sectionId, cursor: value })
  }

  on(event: 'change' | 'update', listener: Listener): void {
    if (!this.#size) this.#awareness.on('change', this.#onChange)
    this.#listeners[event].add(listener)
  }

  off(event: 'change' | 'update', listener: Listener): void {
    this.#listeners[event].delete(listener)
    if (!this.#size) this.#awareness.off('change', this.#onChange)
  }

  get #size(): number {
    return this.#listeners.change.size + this.#listeners.update.size
  }

  readonly #onChange: Listener = (change, origin) => {
    const before = this.#here
    this.#here = new Set(this.getStates().keys())
    const touched = [...change.added, ...change.updated, ...change.removed].filter(client => client !== this.clientID)
    if (!touched.some(client => before.has(client) || this.#here.has(client))) return
    for (const listener of [...this.#listeners.change, ...this.#listeners.update]) listener(change, origin)
  }
}
