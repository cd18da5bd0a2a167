import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { report } from '#db/schema/report.ts'
import type { ReportThing } from '../policies/can.ts'

/** What rights need to know of a report; null if there is none. */
export async function loadReportThing(db: Db, reportId: string): Promise<ReportThing | null> {
  const [row] = await db
    .select({ organisationId: report.organisationId, boardId: report.boardId, lockedAt: report.lockedAt })
    .from(report)
    .where(eq(report.id, reportId))
  return row ?? null
}
