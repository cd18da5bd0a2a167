import { and, asc, desc, eq, getTableColumns, gt, gte, isNull, lte, or, sql } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.ts'
import { reportUpdate, reportVersion } from '#db/schema/document.ts'
import type { Documents } from '../documents/documents.ts'
import { unpackUpdates } from '../documents/log-data.ts'
import { HistoryGoneError } from '../errors.ts'
import type { MomentSource } from './work/history-jobs.ts'

/** The end of the log, or a log position: that of a version, or of a row that is still there. */
export type Moment = 'now' | number

/**
 * What the worker makes the text at a log position from: the nearest version and the log after it.
 * @throws HistoryGoneError where the position is neither a version's nor a row's
 */
export async function sourceAt(
  db: Db | Tx,
  reportId: string,
  seq: number,
): Promise<Extract<MomentSource, { packed: Uint8Array }>> {
  const { id, state, editorVersion } = getTableColumns(reportVersion)
  const [version] = await db
    .select({ id, seq: reportVersion.seq, state, editorVersion })
    .from(reportVersion)
    .where(and(eq(reportVersion.reportId, reportId), lte(reportVersion.seq, seq)))
    .orderBy(desc(reportVersion.seq), desc(reportVersion.at))
    .limit(1)
  if (!version) throw new HistoryGoneError(`${reportId} at ${seq}`)
  const rows = await db
    .select({ seq: reportUpdate.seq, data: reportUpdate.data, updates: reportUpdate.updates })
    .from(reportUpdate)
    .where(and(eq(reportUpdate.reportId, reportId), lte(reportUpdate.seq, seq), mayLack(version)))
    .orderBy(asc(reportUpdate.seq))
  // Rows are pruned from the oldest on: while the row of the position is there, so are those between it and the version.
  if (version.seq < seq && rows.at(-1)?.seq !== seq) throw new HistoryGoneError(`${reportId} at ${seq}`)
  return { packed: version.state, editorVersion: version.editorVersion, updates: rows.flatMap(unpackUpdates) }
}

/**
 * Rows that the version's state may lack. A row may be committed after another that has a higher number, and be folded
 * after a version took that number: a minute is far more than a commit takes. Rows that it has already do no harm.
 */
const mayLack = ({ id, seq }: { id: string; seq: number }) =>
  or(
    gt(reportUpdate.seq, seq),
    isNull(reportUpdate.foldedAt),
    gte(reportUpdate.foldedAt, sql`(select at - interval '1 minute' from report_version where id = ${id})`),
  )

/** @throws HistoryGoneError */
export async function sourceOf(
  { db, documents }: { db: Db; documents: Documents },
  reportId: string,
  moment: Moment,
): Promise<MomentSource> {
  if (moment !== 'now') return sourceAt(db, reportId, moment)
  const { state } = await documents.fold(reportId)
  return { state, updates: [] }
}
