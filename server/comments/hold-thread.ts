import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { commentThread } from '#db/schema/comment.ts'
import { reportSection } from '#db/schema/report.ts'
import { NotFoundError } from '../errors.ts'
import { publish } from '../events.ts'
import { isUuid } from '../is-uuid.ts'
import type { Actor } from '../policies/actor.ts'
import { can } from '../policies/can.ts'
import { findReport } from '../reports/find-report.ts'
import { requireSection } from '../reports/require-section.ts'

export type ThreadRow = typeof commentThread.$inferSelect

/**
 * A thread that the actor may do this with, held, in a report that cannot be locked before the transaction ends. Everyone
 * in the report is told when the transaction commits.
 * @throws NotFoundError where there is none, or where the actor may not know of it
 * @throws NotAllowedError, ReportLockedError
 */
export async function holdThread(
  tx: Tx,
  actor: Actor,
  threadId: string,
  action: 'comment.write' | 'comment.resolve',
): Promise<ThreadRow> {
  const here = eq(commentThread.id, threadId)
  const [known] = isUuid(threadId)
    ? await tx
        .select({ section: reportSection, reportId: commentThread.reportId })
        .from(commentThread)
        .innerJoin(reportSection, eq(reportSection.id, commentThread.sectionId))
        .where(here)
    : []
  if (!known) throw new NotFoundError('comment')
  const { section, reportId } = known
  const row = await findReport(tx, actor, reportId, 'report.read', { hold: 'structure' })
  const thing = { ...row, ...section, lockedAt: row.lockedAt, sectionLockedAt: section.lockedAt }
  if (!can(actor, 'comment.read', thing)) throw new NotFoundError('comment')
  requireSection(actor, action, row, section)
  const [thread] = await tx.select().from(commentThread).where(here).for('no key update')
  if (!thread) throw new NotFoundError('comment')
  await publish(tx, { type: 'comments', reportId })
  return thread
}
