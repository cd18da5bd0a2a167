import { uuidv4 } from 'lib0/random'
import type * as Y from 'yjs'
import type { RefusedSection } from '../collab/refused-text.ts'
import { holdTextLock } from '../collab/unsent/text-lock.ts'
import type { TextOwner } from '../collab/unsent/unsent-names.ts'
import { type LoosePlace, type LooseText, putLoose, readLoose, removeLoose } from './loose-store.ts'
import { standsIn } from './standing.ts'

const lockOf = (page: string): string => `samskrift-loose:${page}`

const notKept = (error: unknown): void => console.warn('Text that stands nowhere cannot be kept', error)

/**
 * What one open page has taken out of the report and is nowhere but here, kept in the browser's database until the person
 * has had it. Each page keeps its own, and holds a lock as long as it is open: what lies there without a lock was left by
 * one that was closed or crashed.
 */
export class LooseTexts {
  readonly #owner: TextOwner
  readonly #own = new Map<string, LooseText>()
  #page = uuidv4()
  /** Lets go of the locks of this page, and of those whose texts it has taken. */
  #letGo: (() => void)[] = []
  #mayStand = false

  constructor(owner: TextOwner) {
    this.#owner = owner
  }

  /** @returns a function that leaves what is kept to the next page */
  open(): () => void {
    this.#page = uuidv4()
    this.#own.clear()
    const holding = holdTextLock(lockOf(this.#page)).catch(() => () => {})
    return () => {
      void holding.then(release => release())
      for (const release of this.#letGo.splice(0)) release()
    }
  }

  /** Only what was cut out last: what was before it is out of the clipboard by the person's own will. */
  keepCut(section: RefusedSection): void {
    for (const { reason, section: before } of this.#own.values()) if (reason === 'cut') void this.forget(before)
    this.keep({ reason: 'cut', section })
  }

  keep(text: LooseText): void {
    this.#own.set(text.section.id, text)
    // Without locks, on a page without TLS, nobody could tell whether the page is still open.
    if (navigator.locks) putLoose(this.#placeOf(text.section), text).catch(notKept)
  }

  forget(section: RefusedSection): Promise<void> {
    this.#own.delete(section.id)
    return removeLoose(this.#placeOf(section)).catch(notKept)
  }

  /** What this page keeps. */
  get own(): LooseText[] {
    return [...this.#own.values()]
  }

  /** Something has been pasted or taken back. */
  mayStand(): void {
    this.#mayStand = true
  }

  /** Forgets what stands in the report again. @param doc all of it committed */
  look(doc: Y.Doc): void {
    if (!this.#mayStand) return
    this.#mayStand = false
    for (const { section } of this.own) if (standsIn(section, doc)) void this.forget(section)
  }

  /**
   * Takes over what pages that are gone have left. @param doc what stands in it is forgotten instead
   * @returns texts, with what removes each from the browser
   */
  async left(doc: Y.Doc): Promise<(LooseText & { forget: () => Promise<void> })[]> {
    if (!navigator.locks) return []
    const pages = new Set((await readLoose(this.#owner)).map(({ place }) => place.page))
    pages.delete(this.#page)
    const mine = new Set<string>()
    for (const page of pages) if (await this.#take(page)) mine.add(page)
    // Read again: the one that had the lock may have been done with it.
    const texts = (await readLoose(this.#owner)).filter(({ place }) => mine.has(place.page))
    const standing = texts.filter(({ text }) => standsIn(text.section, doc))
    for (const { place } of standing) await removeLoose(place)
    return texts
      .filter(one => !standing.includes(one))
      .map(({ place, text }) => ({ ...text, forget: () => removeLoose(place) }))
  }

  /** @returns whether the page that kept something is gone and nobody else has taken it */
  #take(page: string): Promise<boolean> {
    return new Promise(resolve => {
      void navigator.locks.request(lockOf(page), { ifAvailable: true }, lock => {
        resolve(lock !== null)
        return lock && new Promise<void>(release => this.#letGo.push(release))
      })
    })
  }

  #placeOf({ id }: RefusedSection): LoosePlace {
    return { ...this.#owner, page: this.#page, id }
  }
}
