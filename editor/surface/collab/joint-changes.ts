import type * as Y from 'yjs'
import { type Range, rangesOf } from './clock-ranges.ts'
import { LateText } from './late-text.ts'

/** A change of several sections, as one Yjs transaction made it. */
export interface JointChange {
  sections: readonly string[]
  made: Range[]
  deleted: Range[]
}

/**
 * Changes of several sections that are whole only together: text that went from one to another. The server takes or
 * refuses such a change as a whole; what is carried over after a refusal must not be half of one.
 */
export class JointChanges {
  #changes: JointChange[] = []
  readonly #doc: Y.Doc
  readonly #late: LateText

  constructor(doc: Y.Doc) {
    this.#doc = doc
    this.#late = new LateText(doc)
  }

  /** Those that may not be committed. */
  get changes(): readonly JointChange[] {
    return this.#changes
  }

  /** Whether a block that is gone was moved, and what others write in it goes along. */
  follows(block: Y.XmlText | Y.XmlElement): boolean {
    return this.#late.follows(block)
  }

  /** Runs `change`, which makes one Yjs transaction. */
  record(sections: readonly string[], change: () => void): void {
    const onMade = (transaction: Y.Transaction): void => {
      const made = [...transaction.afterState].flatMap(([client, end]) => {
        const clock = transaction.beforeState.get(client) ?? 0
        return end > clock ? [{ client, clock, length: end - clock }] : []
      })
      this.#changes.push({ sections, made, deleted: rangesOf(transaction.deleteSet) })
      this.#late.follow(transaction)
    }
    this.#doc.on('afterTransaction', onMade)
    try {
      change()
    } finally {
      this.#doc.off('afterTransaction', onMade)
    }
  }

  /** Such changes as were made in another document, and are in this one now. */
  inherit(changes: readonly JointChange[]): void {
    this.#changes.push(...changes)
  }

  /** All of them are committed: nothing of them will be carried anywhere. */
  forget(): void {
    this.#changes = []
  }
}
