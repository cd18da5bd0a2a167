import type { Db } from '#db/client.ts'
import { type FigureRef, type FigureSet, figureKey } from '#editor/core/figure.ts'
import { Turns } from '../documents/turns.ts'
import { readFigures } from './read-figures.ts'

/** Reads at one time in a process: the rest of the database's connections are for those who write. */
const AT_ONCE = 2

type Read = (organisationId: string, refs: readonly FigureRef[]) => Promise<FigureSet>

/**
 * Reads figures for pages, two at a time. After a large import everybody who has a report open asks at once, and many ask
 * the same: a question that waits is answered for all who ask it. One that has begun is joined by nobody, since what it
 * reads may be from before the import that the next one asks about.
 */
export class FigureReads {
  readonly #turns = new Turns(AT_ONCE)
  readonly #waiting = new Map<string, Promise<FigureSet>>()

  constructor(readonly read: Read) {}

  of(organisationId: string, refs: readonly FigureRef[]): Promise<FigureSet> {
    const question = [organisationId, ...refs.map(figureKey).toSorted()].join('\n')
    const same = this.#waiting.get(question)
    if (same) return same
    let hasBegun = false
    const answer = this.#turns.take(() => {
      hasBegun = true
      this.#waiting.delete(question)
      return this.read(organisationId, refs)
    })
    if (!hasBegun) this.#waiting.set(question, answer)
    return answer
  }
}

const ofDatabase = new WeakMap<Db, FigureReads>()

/** {@link readFigures} for a page, in turn with all others of the process. */
export function readFiguresInTurn(
  { db }: { db: Db },
  organisationId: string,
  refs: readonly FigureRef[],
): Promise<FigureSet> {
  let reads = ofDatabase.get(db)
  if (!reads) {
    reads = new FigureReads((organisation, asked) => readFigures({ db }, organisation, [...asked]))
    ofDatabase.set(db, reads)
  }
  return reads.of(organisationId, refs)
}
