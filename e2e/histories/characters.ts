import type * as Y from 'yjs'

/** First of the characters that the authors write; each is written once, so each can be looked for by itself. */
const FIRST = 0x4e00
const WRITTEN = /[\u4e00-\u9fff]/g

/** Characters that nobody has written yet. */
export class Pen {
  #used = 0

  next(count: number): string {
    let text = ''
    for (let left = count; left > 0; left -= 1) {
      text += String.fromCodePoint(FIRST + this.#used)
      this.#used += 1
    }
    return text
  }
}

export const charactersOf = (text: string): Set<string> => new Set(text.match(WRITTEN) ?? [])

export const charactersIn = (fragment: Y.XmlFragment): Set<string> => charactersOf(fragment.toString())

export const without = (these: ReadonlySet<string>, those: ReadonlySet<string>): string[] =>
  [...these].filter(one => !those.has(one))
