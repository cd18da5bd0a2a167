import { diffArrays } from 'diff'

/** Places in the two sequences; null where the other side has nothing in its place. */
export interface Pair {
  before: number | null
  after: number | null
  /** Both sides are there and equal. */
  same: boolean
}

export interface Comparison<T> {
  /** Equal for equal items. */
  key: (item: T) => string
  /** How far one may be called a changed form of the other: 0 never, 1 surely. */
  likeness: (before: T, after: T) => number
}

/** Less alike than this, and one is removed and the other added. */
export const LEAST_LIKENESS = 0.35

/** Pairs compared in one gap, e.g. 100 rows with 100; beyond it what stands there counts as replaced. */
const MOST_COMPARED = 10_000

/**
 * Which items of two sequences belong together, in reading order. Equal items are found first (the longest common
 * subsequence); between them those that are most alike are paired, without crossing each other.
 */
export function align<T>(before: readonly T[], after: readonly T[], comparison: Comparison<T>): Pair[] {
  const pairs: Pair[] = []
  let from = 0
  let to = 0
  let removed = 0
  let added = 0
  const closeGap = (): void => {
    pairs.push(...alignGap(before, from, removed, after, to, added, comparison))
    from += removed
    to += added
    removed = 0
    added = 0
  }
  for (const change of diffArrays(before.map(comparison.key), after.map(comparison.key))) {
    if (change.removed) removed += change.count
    else if (change.added) added += change.count
    else {
      closeGap()
      for (let step = 0; step < change.count; step += 1) pairs.push({ before: from++, after: to++, same: true })
    }
  }
  closeGap()
  return pairs
}

type Table = Float64Array[]
const at = (table: Table, row: number, column: number): number => table[row]?.[column] ?? 0
const put = (table: Table, row: number, column: number, value: number): void => {
  table[row]?.fill(value, column, column + 1)
}

function alignGap<T>(
  before: readonly T[],
  from: number,
  removed: number,
  after: readonly T[],
  to: number,
  added: number,
  { likeness }: Comparison<T>,
): Pair[] {
  const alike = removed * added <= MOST_COMPARED
  // best[r][a]: the most likeness that the items from r and a on can reach together.
  const best = Array.from({ length: removed + 1 }, () => new Float64Array(added + 1))
  const score = Array.from({ length: removed }, () => new Float64Array(added))
  for (let r = removed - 1; alike && r >= 0; r -= 1) {
    for (let a = added - 1; a >= 0; a -= 1) {
      const found = likeness(before[from + r] as T, after[to + a] as T)
      const paired = found < LEAST_LIKENESS ? 0 : found
      put(score, r, a, paired)
      const together = paired === 0 ? 0 : paired + at(best, r + 1, a + 1)
      put(best, r, a, Math.max(together, at(best, r + 1, a), at(best, r, a + 1)))
    }
  }
  const pairs: Pair[] = []
  let r = 0
  let a = 0
  while (r < removed || a < added) {
    const paired = at(score, r, a)
    if (r < removed && a < added && paired > 0 && at(best, r, a) === paired + at(best, r + 1, a + 1)) {
      pairs.push({ before: from + r++, after: to + a++, same: false })
    } else if (r < removed && (a === added || at(best, r + 1, a) >= at(best, r, a + 1))) {
      pairs.push({ before: from + r++, after: null, same: false })
    } else {
      pairs.push({ before: null, after: to + a++, same: false })
    }
  }
  return pairs
}
