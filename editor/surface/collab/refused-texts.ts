import type { RefusedReason, RefusedSection, RefusedText } from './refused-text.ts'

/** Text that the server did not take. The copies in the browser stay until the person has had it. */
export class RefusedTexts {
  #text: RefusedText | null = null
  #copies: (() => Promise<unknown>)[] = []

  get text(): RefusedText | null {
    return this.#text
  }

  /** @param forget removes the copies of this text from the browser */
  add(reason: RefusedReason, sections: RefusedSection[], forget: () => Promise<unknown>): void {
    if (sections.length === 0) {
      void forget()
      return
    }
    this.#copies.push(forget)
    this.#text = { reason, sections: [...(this.#text?.sections ?? []), ...sections] }
  }

  dismiss(): void {
    this.#text = null
    for (const forget of this.#copies.splice(0)) void forget()
  }
}
