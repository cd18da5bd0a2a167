const swedish = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' })

/** The day in Sweden. @returns ISO date */
export const today = (now: Date = new Date()): string => swedish.format(now)

/** @param date ISO date @returns ISO date, `days` later */
export function addDays(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + days)
  return day.toISOString().slice(0, 10)
}
