import { inArray, type SQL, sql } from 'drizzle-orm'
import { reminder } from '#db/schema/reminder.ts'
import { reportSection } from '#db/schema/report.ts'
import { NotFoundError } from '../errors.ts'
import { isUuid } from '../is-uuid.ts'
import type { Actor } from '../policies/actor.ts'
import { findReport } from '../reports/find-report.ts'
import type { Services } from '../services.ts'
import { today } from '../today.ts'
import { MailNotSetUpError } from './errors.ts'
import { findRecipients } from './recipients.ts'

export interface Asked {
  /** People who will get a mail in a moment. */
  people: number
  /** People who have been reminded of all of it today already. */
  already: number
  /** Sections that nobody can be reminded of: without an owner, or the owner has no address or wants no reminders. */
  unreachable: number
}

/**
 * Asks those who are responsible for sections of a report to be reminded of them; once a day each, whoever asks.
 * @param mailIsSetUp whether the server has a mail server to send by
 * @throws NotFoundError, NotAllowedError, ReportLockedError, MailNotSetUpError
 */
export async function remindOwners(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  { reportId, sectionIds, mailIsSetUp }: { reportId: string; sectionIds: string[]; mailIsSetUp: boolean },
): Promise<Asked> {
  await findReport(db, actor, reportId, 'report.manage')
  if (!mailIsSetUp) throw new MailNotSetUpError()
  if (!sectionIds.length || !sectionIds.every(isUuid)) throw new NotFoundError('section')
  const here: SQL = sql`(${inArray(reportSection.id, sectionIds)} and ${reportSection.reportId} = ${reportId})`
  const found = await findRecipients(db, here)
  const day = today()
  const rows = found.map(({ userId, sectionId }) => ({ userId, sectionId, day, askedBy: actor.id }))
  const made = rows.length
    ? await db.insert(reminder).values(rows).onConflictDoNothing().returning({ userId: reminder.userId })
    : []
  const asked = new Set(made.map(({ userId }) => userId))
  const everybody = new Set(found.map(({ userId }) => userId))
  const reached = new Set(found.map(({ sectionId }) => sectionId))
  return {
    people: asked.size,
    already: everybody.size - asked.size,
    unreachable: new Set(sectionIds).size - reached.size,
  }
}
