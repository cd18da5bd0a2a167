import { addDays, daysBetween } from '../today.ts'

/** Days before the deadline on which people are reminded. */
const BEFORE = [7, 1]
/** First on the first day that it is late, then each week. */
const LATE_EVERY = 7
/** What a server that was not running has missed is made good for so many days. */
const CATCH_UP = 3

const SUNDAY = 0
const SATURDAY = 6

const weekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay()

export const isWeekend = (date: string): boolean => [SATURDAY, SUNDAY].includes(weekday(date))

const isAsked = (late: number): boolean => BEFORE.includes(-late) || (late >= 1 && (late - 1) % LATE_EVERY === 0)

/** The Monday after, where it is a weekend. */
function onWeekday(date: string): string {
  const day = weekday(date)
  return day === SATURDAY ? addDays(date, 2) : day === SUNDAY ? addDays(date, 1) : date
}

/**
 * The day of the reminder that people should have had by today: a week before the deadline, the day before, the first
 * day late and each week from then on; what falls on a weekend, on the Monday after.
 * @param deadline ISO date
 * @param today ISO date
 * @returns ISO date, at most {@link CATCH_UP} days ago; null where none is due, and always on a weekend
 */
export function reminderDay(deadline: string, today: string): string | null {
  if (isWeekend(today)) return null
  // A weekend may lie between the day that was asked for and the one that it was moved to.
  for (let ago = 0; ago <= CATCH_UP + 2; ago += 1) {
    const asked = addDays(today, -ago)
    const day = onWeekday(asked)
    if (isAsked(daysBetween(deadline, asked)) && day <= today && daysBetween(day, today) <= CATCH_UP) return day
  }
  return null
}
