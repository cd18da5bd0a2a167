import type { MovedFigures } from '../../core/collab-protocol.ts'
import { type Figure, type FigureRef, type FigureSet, figureKey, type Indicator } from '../../core/figure.ts'
import { Store } from '../store.ts'

export interface FigureChange {
  indicator: Indicator
  before: Figure
  after: Figure
}

export interface FigureStoreOptions {
  /** Figures that the page came with. */
  initial: FigureSet
  fetch: (refs: FigureRef[]) => Promise<FigureSet>
  /** A locked report keeps the figures that it was locked with. */
  frozen: () => boolean
  /** Figures on the page that got another value. */
  onChanges: (changes: FigureChange[]) => void
}

/** Blocks mount one after another; their first figures go in one request. Milliseconds. */
const GATHER_MS = 30
const RETRY_MS = 5000

/**
 * The figures behind every data block on the page: the union of what the blocks ask for, fetched together, and again
 * when the server says that data moved.
 */
export class FigureStore extends Store<FigureSet> {
  readonly #options: FigureStoreOptions
  #refs = new Map<string, { ref: FigureRef; users: number }>()
  #known: Set<string>
  #timer: ReturnType<typeof setTimeout> | null = null
  #asked = 0
  /** Questions without an answer yet. */
  #fetching = 0
  #all = false
  /** The question that is coming has been put off a little, so that not everybody asks at once. */
  #spread = false

  constructor(options: FigureStoreOptions) {
    super(options.initial)
    this.#options = options
    this.#known = new Set(Object.keys(options.initial.figures))
  }

  /** Asks for figures as long as a block shows them. @returns a function that lets go of them */
  use(refs: FigureRef[]): () => void {
    for (const ref of refs) {
      const key = figureKey(ref)
      const entry = this.#refs.get(key)
      if (entry) entry.users += 1
      else this.#refs.set(key, { ref, users: 1 })
    }
    if (refs.some(ref => !this.#known.has(figureKey(ref)))) this.#fetchSoon(GATHER_MS)
    return () => {
      for (const ref of refs) {
        const entry = this.#refs.get(figureKey(ref))
        if (entry && --entry.users === 0) this.#refs.delete(figureKey(ref))
      }
    }
  }

  /** Whether the server has been asked; a figure that it then did not have is missing. */
  knows(refs: FigureRef[]): boolean {
    return refs.every(ref => this.#known.has(figureKey(ref)))
  }

  /**
   * Fetches everything in use again: an import has finished.
   * @param within milliseconds; at some time in them, since everybody who has a report open is told at the same instant.
   *   Who is told once more before that asks once.
   */
  refresh(within = 0): void {
    const isComing = this.#spread && this.#timer !== null
    this.#all = true
    // What nobody shows now is asked for when somebody does.
    this.#known = new Set([...this.#known].filter(key => this.#refs.has(key)))
    if (isComing && within > 0) return
    this.#fetchSoon(Math.random() * within)
    this.#spread = true
  }

  /** Figures that moved, as the server sent them: nothing has to be fetched. What nobody here shows is left out. */
  receive({ keys, data }: MovedFigures): void {
    if (this.#options.frozen()) return
    const used = keys.filter(key => this.#refs.has(key) || this.#known.has(key))
    if (used.length) this.#take(data, used)
    // An answer that is on its way may be from before.
    if (this.#fetching) this.refresh()
  }

  #fetchSoon(wait: number): void {
    this.#spread = false
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#timer = null
      void this.#fetch()
    }, wait)
  }

  async #fetch(): Promise<void> {
    const wanted = [...this.#refs.entries()].filter(([key]) => this.#all || !this.#known.has(key))
    if (!wanted.length || this.#options.frozen()) return
    const all = this.#all
    const asked = ++this.#asked
    this.#all = false
    this.#fetching += 1
    try {
      const fresh = await this.#options.fetch(wanted.map(([, { ref }]) => ref))
      // Figures that a later question has answered stay: this answer may be from before an import.
      const open = all ? wanted : wanted.filter(([key]) => !this.#known.has(key))
      if (!all || asked === this.#asked)
        this.#take(
          fresh,
          open.map(([key]) => key),
        )
    } catch {
      this.#all ||= all
      this.#fetchSoon(RETRY_MS)
    } finally {
      this.#fetching -= 1
    }
  }

  #take(fresh: FigureSet, wanted: string[]): void {
    const before = this.getSnapshot()
    const figures = { ...before.figures }
    const indicators = { ...before.indicators, ...fresh.indicators }
    const changes: FigureChange[] = []
    for (const key of wanted) {
      const figure = fresh.figures[key]
      const old = figures[key]
      this.#known.add(key)
      if (figure) figures[key] = figure
      else delete figures[key]
      const indicator = figure && indicators[figure.indicatorId]
      if (figure && old && indicator && old.value !== figure.value)
        changes.push({ indicator, before: old, after: figure })
    }
    this.set({ indicators, figures })
    if (changes.length) this.#options.onChanges(changes)
  }
}
