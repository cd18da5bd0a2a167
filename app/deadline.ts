import { formatDate } from '#editor/core/format-date.ts'
import { sv } from './sv.ts'

const DAY = 24 * 60 * 60 * 1000
const swedishDate = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' })

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
  const today = swedishDate.format(now)
  const days = Math.round((Date.parse(`${deadline}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / DAY)
  return {
    date: formatDate(deadline),
    distance: sv.deadline(days),
    late: days < 0,
    soon: days >= 0 && days <= 14,
  }
}
