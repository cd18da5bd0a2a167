import { isWeekend } from '../../reminders/reminder-days.ts'
import { daysBetween, today } from '../../today.ts'

/** A signer who has been told is reminded after so many days, and again. */
const EVERY_DAYS = 3

export interface ToldSigner {
  toldAt: Date | null
  remindedAt: Date | null
  /** ISO date. */
  deadline: string | null
}

/**
 * Whether somebody whose turn it is should get a mail now: at once when they have not been told; then every third
 * day, and on the day before the last one and on it, never twice a day and never at a weekend.
 */
export function isDue({ toldAt, remindedAt, deadline }: ToldSigner, now: Date): boolean {
  if (!toldAt) return true
  const day = today(now)
  const last = today(remindedAt && remindedAt > toldAt ? remindedAt : toldAt)
  if (isWeekend(day) || last === day) return false
  const left = deadline ? daysBetween(day, deadline) : null
  return daysBetween(last, day) >= EVERY_DAYS || left === 0 || left === 1
}
