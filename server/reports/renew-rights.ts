import { eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { report } from '#db/schema/report.ts'

/**
 * Whoever changes who may write where in a report calls this in the same transaction, before or after: text that was
 * judged by the rights from before does not go into the log after the COMMIT. The report's row gets another version
 * (`xmin`), which the log compares.
 */
export async function renewRights(tx: Tx, reportId: string): Promise<void> {
  await tx
    .update(report)
    .set({ lockedAt: sql`${report.lockedAt}` })
    .where(eq(report.id, reportId))
}
