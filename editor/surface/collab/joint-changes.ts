import type * as Y from 'yjs'
import { LateText } from './late-text.ts'

interface JointChange {
  sections: readonly string[]
  made: Range[]
  deleted: Range[]
}

/** Clock ticks of one Yjs client. */
export interface Range {
  client: number
  clock: number
  length: number
}

/** What of joint changes must not be taken over alone. */
export interface HeldBack {
  made: readonly Range[]
  deleted: readonly Range[]
}

export const NOTHING_HELD: HeldBack = { made: [], deleted: [] }

const holds = ({ client, clock, length }: Range, id: Y.ID): boolean =>
  id.client === client && id.clock >= clock && id.clock < clock + length

export const isIn = (ranges: readonly Range[], id: Y.ID): boolean => ranges.some(range => holds(range, id))

/** The parts of a range that are in none of `ranges`. */
export function without(range: Range, ranges: readonly Range[]): Range[] {
  let parts = [range]
  for (const { client, clock, length } of ranges) {
    parts = parts.flatMap(part => {
      const end = part.clock + part.length
      if (part.client !== client || clock >= end || clock + length <= part.clock) return [part]
      const before = { client, clock: part.clock, length: clock - part.clock }
      const after = { client, clock: clock + length, length: end - clock - length }
      return [before, after].filter(left => left.length > 0)
    })
  }
  return parts
}

/**
 * Changes of several sections that are whole only together: text that went from one to another. The server takes or
 * refuses such a change as a whole; what is carried over after a refusal must not be half of one.
 */
export class JointChanges {
  readonly #changes: JointChange[] = []
  readonly #doc: Y.Doc
  readonly #late: LateText

  constructor(doc: Y.Doc) {
    this.#doc = doc
    this.#late = new LateText(doc)
  }

  /** Runs `change`, which makes one Yjs transaction. */
  record(sections: readonly string[], change: () => void): void {
    const onMade = (transaction: Y.Transaction): void => {
      const made = [...transaction.afterState].flatMap(([client, end]) => {
        const clock = transaction.beforeState.get(client) ?? 0
        return end > clock ? [{ client, clock, length: end - clock }] : []
      })
      const deleted = [...transaction.deleteSet.clients].flatMap(([client, ranges]) =>
        ranges.map(({ clock, len }) => ({ client, clock, length: len })),
      )
      this.#changes.push({ sections, made, deleted })
      this.#late.follow(transaction)
    }
    this.#doc.on('afterTransaction', onMade)
    try {
      change()
    } finally {
      this.#doc.off('afterTransaction', onMade)
    }
  }

  /** What was half of a change whose other half, or itself, was refused. */
  heldBack(keeps: (sectionId: string) => boolean): HeldBack {
    const held = this.#changes.filter(({ sections }) => !sections.every(keeps))
    return { made: held.flatMap(({ made }) => made), deleted: held.flatMap(({ deleted }) => deleted) }
  }
}
