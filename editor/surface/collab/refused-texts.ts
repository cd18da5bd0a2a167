import { standsAmong } from '../loose/standing.ts'
import type { RefusedReason, RefusedSection, RefusedText } from './refused-text.ts'

/** Text that the server did not take. The copies in the browser stay until the person has had it. */
export class RefusedTexts {
  #texts: readonly RefusedText[] = []
  readonly #copies = new Set<() => Promise<unknown>>()

  /** By reason, the one that came first before the others. */
  get texts(): readonly RefusedText[] {
    return this.#texts
  }

  /**
   * @param sections one that is offered already, by its id, takes the place of what it said
   * @param forget removes the copies of this text from the browser
   */
  add(reason: RefusedReason, sections: RefusedSection[], forget: () => Promise<unknown>): void {
    if (sections.length === 0) {
      void forget()
      return
    }
    this.#copies.add(forget)
    const before = this.#texts.find(text => text.reason === reason)
    const known = before?.sections ?? []
    const changed = known.map(one => sections.find(({ id }) => id === one.id) ?? one)
    const added = { reason, sections: [...changed, ...sections.filter(({ id }) => known.every(one => one.id !== id))] }
    this.#texts = once(before ? this.#texts.map(text => (text === before ? added : text)) : [...this.#texts, added])
  }

  dismiss(): void {
    this.#texts = []
    for (const forget of this.#copies) void forget()
    this.#copies.clear()
  }
}

/** What was cut out and then refused where it was pasted is not offered as cut out as well. */
function once(texts: RefusedText[]): RefusedText[] {
  const refused = texts.filter(({ reason }) => reason !== 'cut').flatMap(({ sections }) => sections)
  const contents = refused.map(({ content }) => content)
  return texts
    .map(text =>
      text.reason === 'cut' ? { ...text, sections: text.sections.filter(one => !standsAmong(one, contents)) } : text,
    )
    .filter(({ sections }) => sections.length > 0)
}
