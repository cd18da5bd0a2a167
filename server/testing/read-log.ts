import { asc, eq } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.ts'
import { reportUpdate } from '#db/schema/document.ts'
import { updatesOf } from '../documents/log-data.ts'

type LoggedUpdate = Omit<typeof reportUpdate.$inferSelect, 'updates'>

/** Every update in the log of a report, with what its row says. */
export async function readLog(db: Db | Tx, reportId: string): Promise<LoggedUpdate[]> {
  const rows = await db
    .select()
    .from(reportUpdate)
    .where(eq(reportUpdate.reportId, reportId))
    .orderBy(asc(reportUpdate.seq))
  return updatesOf(rows)
}
