import { eq, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { report, reportSection, reportUnit } from '#db/schema/report.ts'
import type { ReportThing } from '../policies/can.ts'
import type { ReportRights } from './write-limits.ts'

/** What rights need to know of a report; null if there is none. */
export async function loadReportThing(db: Db, reportId: string): Promise<ReportThing | null> {
  const [row] = await db
    .select({ organisationId: report.organisationId, boardId: report.boardId, lockedAt: report.lockedAt })
    .from(report)
    .where(eq(report.id, reportId))
  return row ?? null
}

/** The same with its sections, all as they are at one moment. */
export async function loadReportRights(db: Db, reportId: string): Promise<ReportRights | null> {
  const rows = await db
    .select({
      report: { organisationId: report.organisationId, boardId: report.boardId, lockedAt: report.lockedAt },
      section: {
        id: reportSection.id,
        ownerId: reportSection.ownerId,
        ownerRole: reportSection.ownerRole,
        // What was removed is closed to all, as what is locked.
        lockedAt: sql<Date | null>`coalesce(${reportSection.lockedAt}, ${reportUnit.removedAt})`.mapWith(
          reportSection.lockedAt,
        ),
      },
      version: sql<string>`${report}.xmin::text`,
    })
    .from(report)
    .leftJoin(reportSection, eq(reportSection.reportId, report.id))
    .leftJoin(reportUnit, eq(reportUnit.id, reportSection.unitId))
    .where(eq(report.id, reportId))
  const [first] = rows
  return first
    ? { report: first.report, version: first.version, sections: rows.flatMap(({ section }) => section ?? []) }
    : null
}
