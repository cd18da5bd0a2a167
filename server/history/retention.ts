/** How long the log of changes is kept, whole months; null keeps it for good. */
export type KeepMonths = number | null

/** Everything before this moment is older than the rule; null where nothing ever is. */
export function cutoff(months: KeepMonths, now: Date): Date | null {
  if (months === null) return null
  const at = new Date(now)
  const day = at.getUTCDate()
  at.setUTCMonth(at.getUTCMonth() - months)
  // 31 May less three months is the last of February, not the third of March.
  if (at.getUTCDate() !== day) at.setUTCDate(0)
  return at
}

export interface LoggedHistory {
  /** Log positions of the versions that are kept. */
  versions: readonly number[]
  /** The first row that must stay: younger than the rule, or not folded yet. Null where there is none. */
  firstKept: number | null
}

/**
 * The log position up to which rows may go: that of the newest version which has only rows older than the rule in it.
 * History begins there from then on, and everything after it can still be rebuilt. Null where nothing may go.
 */
export function pruneUpTo({ versions, firstKept }: LoggedHistory): number | null {
  const old = versions.filter(seq => firstKept === null || seq < firstKept)
  return old.length > 0 ? Math.max(...old) : null
}
