import { formatDate } from '#editor/core/format-date.ts'
import { daysBetween, today } from '#server/today.ts'
import { sv } from './sv.ts'

export interface DeadlineWords {
  /** "1 mars 2025" */
  date: string
  /** "om 12 dagar", "i dag", "3 dagar försenad" */
  distance: string
  late: boolean
  /** Two weeks or less are left. */
  soon: boolean
}

/** How far away a last day is, in Swedish local days. @param deadline ISO date */
export function deadlineWords(deadline: string, now: Date): DeadlineWords {
  const days = daysBetween(today(now), deadline)
  return {
    date: formatDate(deadline),
    distance: sv.deadline(days),
    late: days < 0,
    soon: days >= 0 && days <= 14,
  }
}
