import { and, desc, eq, gt, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { reportUpdate, reportVersion } from '#db/schema/document.ts'
import type { FoldInput } from '../documents/jobs.ts'

/** Every moment can be rebuilt from the version before it and at most about so much of the log. */
const MOST_UPDATES = 2_000
/** Minutes. */
const LONGEST = 30

/** The rule of automatic checkpoints. @param age of the newest version, minutes */
export const isCheckpointDue = (updatesSince: number, age: number): boolean =>
  updatesSince >= MOST_UPDATES || age >= LONGEST

/**
 * Which states a fold of `updates` updates should keep. The state before the first fold of all is where history begins.
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
  if (!newest) return { before: true, after: updates >= MOST_UPDATES }
  const [since] = await tx
    .select({ updates: sql<number>`coalesce(sum(${reportUpdate.updates}), 0)::float8` })
    .from(reportUpdate)
    .where(and(eq(reportUpdate.reportId, reportId), gt(reportUpdate.seq, newest.seq)))
  return { before: false, after: isCheckpointDue(since?.updates ?? 0, newest.age) }
}
