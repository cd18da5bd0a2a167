import type { DecimalSign } from './parse-number.ts'

export interface CellPlace {
  line: number
  column: string
  value: string
}

const MAX_KEPT = 200

/** Decides by majority which decimal sign a file uses, and remembers the first cells that use the other. */
export class DecimalSigns {
  readonly #seen: Record<DecimalSign, { count: number; first: CellPlace[] }> = {
    ',': { count: 0, first: [] },
    '.': { count: 0, first: [] },
  }

  add(sign: DecimalSign, place: CellPlace): void {
    const seen = this.#seen[sign]
    seen.count += 1
    if (seen.first.length < MAX_KEPT) seen.first.push(place)
  }

  /** The cells with the rarer sign (as many of both: the points); none when the file has one sign only. */
  get deviating(): { count: number; first: CellPlace[] } {
    const comma = this.#seen[',']
    const point = this.#seen['.']
    return comma.count < point.count ? comma : comma.count === 0 ? { count: 0, first: [] } : point
  }
}
