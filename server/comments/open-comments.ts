import { and, count, eq, isNull } from 'drizzle-orm'
import { commentThread } from '#db/schema/comment.ts'
import { reportSection, reportUnit } from '#db/schema/report.ts'
import type { Finding } from '../checks/check.ts'
import type { ReportRow } from '../reports/find-report.ts'
import type { Services } from '../services.ts'
import { sv } from './sv.ts'

/**
 * What is said about a draft and not dealt with. It does not stop the lock; afterwards nobody can resolve it. No rule
 * among the checks, which read the report alone: comments are no part of it.
 */
export async function openComments({ db }: Pick<Services, 'db'>, report: ReportRow): Promise<Finding[]> {
  if (report.lockedAt) return []
  const [found] = await db
    .select({ open: count() })
    .from(commentThread)
    .innerJoin(reportSection, eq(reportSection.id, commentThread.sectionId))
    .leftJoin(reportUnit, eq(reportUnit.id, reportSection.unitId))
    .where(and(eq(commentThread.reportId, report.id), isNull(commentThread.resolvedAt), isNull(reportUnit.removedAt)))
  const open = found?.open ?? 0
  return open > 0 ? [{ rule: 'open-comments', level: 'warning', sectionId: null, message: sv.open(open) }] : []
}
