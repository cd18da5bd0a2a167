import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import type { DatabaseClient } from '#db/client.ts'
import { reportUpdate } from '#db/schema/document.ts'
import { updatesOf } from '../documents/log-data.ts'
import { readStored, type Stored } from './read-stored.ts'

export interface StoredDocument extends Stored {
  tail: { seq: number; data: Uint8Array }[]
  /** The last places in the log that are in `state` or `tail`, highest first; empty where there are no other nodes. */
  recent: number[]
}

const MOST_RECENT = 1_000

export type DocumentSource = Pick<DatabaseClient, 'db' | 'sql'>

/** The stored state of a report and the log since, or null if it has no document. Nothing of it is decoded. */
export async function loadDocument(
  { db, sql }: DocumentSource,
  reportId: string,
  hasNodes: boolean,
): Promise<StoredDocument | null> {
  // First of all: whatever is seen here is in what is read next.
  const recent = hasNodes
    ? await db
        .select({ seq: reportUpdate.seq })
        .from(reportUpdate)
        .where(eq(reportUpdate.reportId, reportId))
        .orderBy(desc(reportUpdate.seq))
        .limit(MOST_RECENT)
    : []
  // The log first: a fold between the two reads then leaves rows that are in the state already, which does no harm.
  const rows = await db
    .select({ seq: reportUpdate.seq, data: reportUpdate.data, updates: reportUpdate.updates })
    .from(reportUpdate)
    .where(and(eq(reportUpdate.reportId, reportId), isNull(reportUpdate.foldedAt)))
    .orderBy(asc(reportUpdate.seq))
  const stored = await readStored(sql, reportId)
  return stored ? { ...stored, tail: updatesOf(rows), recent: recent.map(row => row.seq) } : null
}
