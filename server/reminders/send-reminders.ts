import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.ts'
import { reminder } from '#db/schema/reminder.ts'
import { report, reportSection } from '#db/schema/report.ts'
import { appUser } from '#db/schema/user.ts'
import { loggableError } from '../documents/loggable-error.ts'
import { log } from '../log.ts'
import { today } from '../today.ts'
import { composeMail, settingsUrl } from './compose-mail.ts'
import type { Mailer } from './mailer.ts'
import type { Pauses } from './pauses.ts'
import { findRecipients } from './recipients.ts'

export interface Sending {
  db: Db
  mailer: Mailer
  pauses: Pauses
  publicUrl: string
  now: Date
}

/** The person's unsent reminders, which no other node takes until the transaction ends. */
const takeUnsent = (tx: Tx, userId: string): Promise<{ id: string; sectionId: string }[]> =>
  tx
    .select({ id: reminder.id, sectionId: reminder.sectionId })
    .from(reminder)
    .where(and(eq(reminder.userId, userId), isNull(reminder.sentAt)))
    .for('update', { skipLocked: true })

/** Of these sections, those that the person is still asked for and wants to hear of. */
async function stillAsked(tx: Tx, userId: string, sectionIds: string[]) {
  const asked = await findRecipients(tx, sql`${and(inArray(reportSection.id, sectionIds), eq(appUser.id, userId))}`)
  if (!asked.length) return []
  return tx
    .select({
      id: reportSection.id,
      heading: reportSection.heading,
      reportId: report.id,
      reportTitle: report.title,
      deadline: reportSection.deadline,
    })
    .from(reportSection)
    .innerJoin(report, eq(report.id, reportSection.reportId))
    .where(
      inArray(
        reportSection.id,
        asked.map(({ sectionId }) => sectionId),
      ),
    )
    .orderBy(sql`${reportSection.deadline} asc nulls last`, asc(report.title), asc(reportSection.position))
}

/** One mail about all that is unsent. What is done meanwhile is not mentioned and not asked for any more. */
async function remind(tx: Tx, userId: string, { mailer, publicUrl, now }: Sending): Promise<boolean> {
  const rows = await takeUnsent(tx, userId)
  if (!rows.length) return false
  const sections = await stillAsked(tx, userId, [...new Set(rows.map(({ sectionId }) => sectionId))])
  const asked = new Set(sections.map(({ id }) => id))
  const mentioned = rows.filter(({ sectionId }) => asked.has(sectionId))
  const over = rows.filter(({ sectionId }) => !asked.has(sectionId))
  if (over.length) await tx.delete(reminder).where(inArray(reminder.id, ids(over)))
  const [person] = await tx.select().from(appUser).where(eq(appUser.id, userId))
  if (!mentioned.length || !person?.email) return false
  const mail = composeMail(person.name, sections, { today: today(now), publicUrl })
  await mailer.send({
    ...mail,
    to: { name: person.name, address: person.email },
    unsubscribe: settingsUrl(publicUrl),
  })
  // Killed between here and the COMMIT, the person gets the mail twice; the other way round it would be lost.
  await tx
    .update(reminder)
    .set({ sentAt: now, failure: null })
    .where(inArray(reminder.id, ids(mentioned)))
  return true
}

const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id)

/**
 * Sends each person one mail about all that is unsent. Two nodes at once send it once: the one leaves alone what the
 * other holds. What fails stays unsent and is tried again after growing pauses; a failure is logged the first time.
 * @returns how many mails went
 */
export async function sendReminders(sending: Sending): Promise<number> {
  const { db, pauses, now } = sending
  const people = await db.selectDistinct({ id: reminder.userId }).from(reminder).where(isNull(reminder.sentAt))
  let sent = 0
  for (const { id } of people) {
    if (!pauses.isOver(id, now.getTime())) continue
    try {
      if (await db.transaction(tx => remind(tx, id, sending))) sent += 1
      if (pauses.worked(id)) log.info({ userId: id }, 'reminders: sent at last')
    } catch (error) {
      if (pauses.failed(id, now.getTime()))
        log.error({ error: loggableError(error), userId: id }, 'reminders: not sent, will be tried again')
      const failure = error instanceof Error ? ((error as Error & { code?: string }).code ?? error.name) : 'unknown'
      await db
        .update(reminder)
        .set({ failure })
        .where(and(eq(reminder.userId, id), isNull(reminder.sentAt)))
    }
  }
  return sent
}
