import { Clocks } from './clocks.ts'
import { DeletedRanges } from './deleted-ranges.ts'
import type { FragmentIndex, Touched } from './fragment-index.ts'
import { integrate } from './integrate.ts'
import type { TailEntry } from './room-text.ts'
import { readUpdate, type Update } from './update.ts'
import type { Denial } from './write-limits.ts'

export interface Judging {
  /** Of the stored state, like `deletions` and `fragments`; both are used up. */
  stateVector: Uint8Array
  deletions: Uint8Array
  fragments: FragmentIndex
  /** What came after it, in order. */
  tail: readonly TailEntry[]
  /** Those of them that are to be judged. */
  entries: ReadonlySet<TailEntry>
  /** Null where the writer of the entry may write and delete there. */
  denialOf: (entry: TailEntry, touched: Touched) => Denial | null
}

/**
 * Judges updates that were taken in, and not committed, by the rights of today.
 * @returns those that must not stay, and why: also what builds on them, since nobody could make anything of it
 */
export function judgeAgain({ stateVector, deletions, fragments, tail, entries, denialOf }: Judging) {
  const clocks = Clocks.decode(stateVector)
  const deleted = new DeletedRanges()
  const denials = new Map<TailEntry, Denial>()
  const markDeleted = (update: Update): void => {
    for (const { client, range } of update.deletions) deleted.add(client, range)
  }
  markDeleted(readUpdate(deletions))
  /** @returns whether it has its place: an entry of another node may have come before what it builds on */
  const take = (entry: TailEntry): boolean => {
    const update = readUpdate(entry.bytes)
    if (!integrate(update, clocks)) return false
    const denial = entries.has(entry) ? denialOf(entry, bothOf(fragments.touched(update, clocks, deleted))) : null
    if (denial) denials.set(entry, denial)
    else {
      for (const [client, clock] of fragments.add(update, clocks) ?? []) clocks.advance(client, clock)
      markDeleted(update)
    }
    return true
  }
  let rest = [...tail]
  for (let before = -1; before !== rest.length; ) {
    before = rest.length
    rest = rest.filter(entry => !take(entry))
  }
  const [first] = denials.values()
  if (first) for (const entry of rest) if (entries.has(entry)) denials.set(entry, first)
  return denials
}

/** What an update writes in and what it deletes from, together. */
export function bothOf({ written, deleted }: { written: Touched; deleted: Touched }): Touched {
  return {
    roots: new Set([...written.roots, ...deleted.roots]),
    nowhere: written.nowhere || deleted.nowhere,
    unclear: written.unclear || deleted.unclear,
  }
}
