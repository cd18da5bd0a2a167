import { type Figure, type FigureRef, type FigureSet, figureKey } from '../figure.ts'
import { sourceLine } from '../figure-words.ts'
import { sv } from './sv.ts'

/** Looks figures up for a block and remembers which it found, to say where they came from. */
export class FigureReader {
  readonly #used = new Map<string, Figure>()

  constructor(readonly data: FigureSet) {}

  /** The figure, which the block shows or counts with. */
  read(ref: FigureRef): Figure | undefined {
    const key = figureKey(ref)
    const figure = this.data.figures[key]
    if (figure) this.#used.set(key, figure)
    return figure
  }

  /** "Källa: …", one line per import, the oldest first; or that there is none. */
  sources(): string[] {
    const passports = [...this.#used.values()].map(({ passport }) => passport)
    if (!passports.length) return [sv.noSource]
    const byImport = new Map(passports.map(passport => [passport.importId, passport]))
    return [...byImport.values()].sort((a, b) => a.importedAt.localeCompare(b.importedAt)).map(sourceLine)
  }

  /** Whether the public version left any of them out. */
  get hasWithheld(): boolean {
    return [...this.#used.values()].some(({ withheld }) => withheld)
  }

  /** What must be said of the figures that were read besides their values. */
  get hasPreliminary(): boolean {
    return [...this.#used.values()].some(({ status, value }) => status === 'preliminary' && value !== null)
  }
}
