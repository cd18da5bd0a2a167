import { swedishDay } from '#editor/core/format-date.ts'
import type { ChangeEntry } from '#server/history/read-changes.ts'
import type { VersionEntry } from '#server/history/read-timeline.ts'
import type { Session } from '#server/history/session.ts'

export type TimelineItem = SessionItem | VersionItem | ChangeItem
interface SessionItem {
  kind: 'session'
  at: number
  seq: number
  session: Session
}
interface ChangeItem {
  kind: 'change'
  at: number
  change: ChangeEntry
}
interface VersionItem {
  kind: 'version'
  at: number
  seq: number
  version: VersionEntry
}

export interface Day {
  /** ISO date, Swedish local time. */
  date: string
  items: TimelineItem[]
}

const time = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', timeStyle: 'short' })

/** "09:15", Swedish local time. @param at ms since 1970 */
export const timeOf = (at: number): string => time.format(at)

/** Automatic versions every half hour are nothing to look at, but for the one where history begins. */
export function worthShowing(versions: readonly VersionEntry[], isOldest: boolean): VersionEntry[] {
  const first = isOldest ? versions.at(-1) : undefined
  return versions.filter(version => version.kind !== 'checkpoint' || version === first)
}

/** Puts what has no place in the log before the first item that is not newer. Both are newest first. */
function between(items: readonly (SessionItem | VersionItem)[], changes: readonly ChangeItem[]): TimelineItem[] {
  const merged: TimelineItem[] = []
  let next = 0
  for (const item of items) {
    for (let change = changes[next]; change && change.at > item.at; change = changes[next]) {
      merged.push(change)
      next += 1
    }
    merged.push(item)
  }
  return [...merged, ...changes.slice(next)]
}

/**
 * Sessions, versions and other changes in one line of time, newest first; a version stands above the session that it
 * ends with.
 */
export function groupByDay(
  sessions: readonly Session[],
  versions: readonly VersionEntry[],
  changes: readonly ChangeEntry[] = [],
): Day[] {
  const items: (SessionItem | VersionItem)[] = [
    ...versions.map(
      (version): VersionItem => ({ kind: 'version', at: Date.parse(version.at), seq: version.seq, version }),
    ),
    ...sessions.map((session): SessionItem => ({ kind: 'session', at: session.to, seq: session.toSeq, session })),
  ]
  // By place in the log: clocks of two moments may be equal, places never are. Sorting is stable.
  items.sort((one, other) => other.seq - one.seq)
  const others = changes.map((change): ChangeItem => ({ kind: 'change', at: change.at, change })).reverse()
  const days: Day[] = []
  for (const item of between(items, others)) {
    const date = swedishDay(item.at)
    const last = days.at(-1)
    if (last?.date === date) last.items.push(item)
    else days.push({ date, items: [item] })
  }
  return days
}
