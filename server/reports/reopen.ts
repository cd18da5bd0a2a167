import { eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { figureUse } from '#db/schema/figure-use.ts'
import { report } from '#db/schema/report.ts'
import { publish } from '../events.ts'
import type { ReportRow } from './find-report.ts'

/**
 * Makes a locked report writable again, as its next version. What was locked stays as it is in frozen_report; figures
 * in the text follow their sources again. The caller has asked `can()` and holds the report's row.
 */
export async function reopen(tx: Tx, { id }: Pick<ReportRow, 'id'>): Promise<void> {
  await tx
    .update(report)
    .set({ lockedAt: null, lockedBy: null, version: sql`${report.version} + 1` })
    .where(eq(report.id, id))
  await tx.update(figureUse).set({ frozenObservation: null, frozenValue: null }).where(eq(figureUse.reportId, id))
  await publish(tx, { type: 'structure', reportId: id })
}
