import { eq, sql } from 'drizzle-orm'
import { reminder } from '#db/schema/reminder.ts'
import { reportSection } from '#db/schema/report.ts'
import type { Services } from '../services.ts'

export interface Reminded {
  /** ISO date of the last one. */
  day: string
  /** `failed`: the mail server has refused it so far; it is tried again. */
  state: 'sent' | 'waiting' | 'failed'
}

/** When somebody was reminded of each section of a report last; sections that nobody was reminded of are not there. */
export async function readReminded(
  { db }: Pick<Services, 'db'>,
  reportId: string,
): Promise<ReadonlyMap<string, Reminded>> {
  const rows = await db
    .selectDistinctOn([reminder.sectionId], {
      sectionId: reminder.sectionId,
      day: sql<string>`coalesce((${reminder.sentAt} at time zone 'Europe/Stockholm')::date, ${reminder.day})::text`,
      sentAt: reminder.sentAt,
      failure: reminder.failure,
    })
    .from(reminder)
    .innerJoin(reportSection, eq(reportSection.id, reminder.sectionId))
    .where(eq(reportSection.reportId, reportId))
    .orderBy(reminder.sectionId, sql`${reminder.createdAt} desc`)
  return new Map(
    rows.map(({ sectionId, day, sentAt, failure }) => [
      sectionId,
      { day, state: sentAt ? 'sent' : failure ? 'failed' : 'waiting' },
    ]),
  )
}
