import { sql } from 'drizzle-orm'
import { reminder } from '#db/schema/reminder.ts'
import { reportSection } from '#db/schema/report.ts'
import type { Services } from '../services.ts'
import { addDays, today } from '../today.ts'
import { findRecipients } from './recipients.ts'
import { isWeekend, reminderDay } from './reminder-days.ts'

/** Farther ahead nobody is reminded. */
const MOST_DAYS_AHEAD = 7
/** Local hour before which nobody gets mail. */
const FIRST_HOUR = 7

const swedishHour = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', hour: 'numeric', hour12: false })

/**
 * Writes down whom the calendar asks to be reminded today. Doing it again, or on two nodes at once, adds nothing.
 * @returns how many reminders are new
 */
export async function planReminders({ db }: Pick<Services, 'db'>, now: Date): Promise<number> {
  const day = today(now)
  if (isWeekend(day) || Number(swedishHour.format(now)) < FIRST_HOUR) return 0
  const found = await findRecipients(db, sql`${reportSection.deadline} <= ${addDays(day, MOST_DAYS_AHEAD)}`)
  const due = found.flatMap(({ userId, sectionId, deadline }) => {
    const dueDay = deadline && reminderDay(deadline, day)
    return dueDay ? [{ userId, sectionId, day: dueDay }] : []
  })
  if (!due.length) return 0
  const made = await db.insert(reminder).values(due).onConflictDoNothing().returning({ id: reminder.id })
  return made.length
}
