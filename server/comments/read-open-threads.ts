import { and, eq, isNull } from 'drizzle-orm'
import { commentThread } from '#db/schema/comment.ts'
import { reportSection } from '#db/schema/report.ts'
import type { Actor } from '../policies/actor.ts'
import { can } from '../policies/can.ts'
import type { ReportRow } from '../reports/find-report.ts'
import type { Services } from '../services.ts'

/** Ids of the report's open threads that the actor may read. */
export async function readOpenThreads(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  report: ReportRow,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({
      id: commentThread.id,
      ownerId: reportSection.ownerId,
      ownerRole: reportSection.ownerRole,
      sectionLockedAt: reportSection.lockedAt,
    })
    .from(commentThread)
    .innerJoin(reportSection, eq(reportSection.id, commentThread.sectionId))
    .where(and(eq(commentThread.reportId, report.id), isNull(commentThread.resolvedAt)))
  return new Set(rows.filter(row => can(actor, 'comment.read', { ...report, ...row })).map(({ id }) => id))
}
