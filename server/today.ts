import { swedishDay } from '#editor/core/format-date.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** The day in Sweden. @returns ISO date */
export const today = (now: Date = new Date()): string => swedishDay(now)

/** @param date ISO date @returns ISO date, `days` later */
export function addDays(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + days)
  return day.toISOString().slice(0, 10)
}

/** Whole days from one ISO date to another; negative where that is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
