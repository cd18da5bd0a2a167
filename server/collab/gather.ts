import type { LogEntry } from './commit-queue.ts'

/**
 * Entries of one report that become one row each of the log: what one person sent within so many ms, in order. Between
 * two rows the order of their first entries is kept; what others wrote in those ms comes after it. Yjs takes it in any
 * order, and a row is stored whole or not at all.
 */
export function gatherByAuthor<E extends Pick<LogEntry, 'userId' | 'takenAt'>>(entries: readonly E[]): E[][] {
  const rows: E[][] = []
  const open = new Map<string, { since: number; row: E[] }>()
  for (const entry of entries) {
    const known = open.get(entry.userId)
    if (known && entry.takenAt - known.since <= LONGEST) known.row.push(entry)
    else {
      const row = [entry]
      rows.push(row)
      open.set(entry.userId, { since: entry.takenAt, row })
    }
  }
  return rows
}

/** ms: shorter than anyone's answer to what somebody else wrote, longer than a commit. */
const LONGEST = 50
