import { and, desc, eq, gt, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { reportUpdate, reportVersion } from '#db/schema/document.ts'
import type { FoldInput } from '../documents/jobs.ts'

/** Every moment can be rebuilt from the version before it and at most about so much of the log. */
const MOST_ROWS = 2_000
/** Minutes. */
const LONGEST = 30

/** The rule of automatic checkpoints. @param age of the newest version, minutes */
export const isCheckpointDue = (rowsSince: number, age: number): boolean => rowsSince >= MOST_ROWS || age >= LONGEST

/**
 * Which states a fold of `updates` rows should keep. The state before the first fold of all is where history begins.
 */
export async function checkpointsDue(tx: Tx, reportId: string, updates: number): Promise<FoldInput['keep']> {
  if (updates === 0) return { before: false, after: false }
  const [newest] = await tx
    .select({
      seq: reportVersion.seq,
      age: sql<number>`extract(epoch from now() - ${reportVersion.at})::float8 / 60`,
    })
    .from(reportVersion)
    .where(eq(reportVersion.reportId, reportId))
    .orderBy(desc(reportVersion.seq))
    .limit(1)
  if (!newest) return { before: true, after: updates >= MOST_ROWS }
  const rowsSince = await tx.$count(
    reportUpdate,
    and(eq(reportUpdate.reportId, reportId), gt(reportUpdate.seq, newest.seq)),
  )
  return { before: false, after: isCheckpointDue(rowsSince, newest.age) }
}
