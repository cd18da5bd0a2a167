import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { reportDocument, reportUpdate } from '#db/schema/document.ts'

export interface StoredState {
  state: Uint8Array
  /** Of the stored state, see {@link FoldResult}. */
  version: string
}

export interface StoredDocument extends StoredState {
  stateVector: Uint8Array
  /** Highest place in the log that is folded in. */
  seq: number
  tail: { seq: number; data: Uint8Array }[]
  /** The last places in the log that are in `state` or `tail`, highest first; empty where there are no other nodes. */
  recent: number[]
  editorVersion: number
}

const MOST_RECENT = 1_000
/** The transaction that wrote the row. */
const VERSION = sql<string>`${reportDocument}.xmin::text`

/** The stored state of a report and the log since, or null if it has no document. Nothing of it is decoded. */
export async function loadDocument(db: Db, reportId: string, hasNodes: boolean): Promise<StoredDocument | null> {
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
  const tail = await db
    .select({ seq: reportUpdate.seq, data: reportUpdate.data })
    .from(reportUpdate)
    .where(and(eq(reportUpdate.reportId, reportId), isNull(reportUpdate.foldedAt)))
    .orderBy(asc(reportUpdate.seq))
  const [stored] = await db
    .select({
      state: reportDocument.state,
      stateVector: reportDocument.stateVector,
      seq: reportDocument.seq,
      version: VERSION,
      editorVersion: reportDocument.editorVersion,
    })
    .from(reportDocument)
    .where(eq(reportDocument.reportId, reportId))
  return stored ? { ...stored, tail, recent: recent.map(row => row.seq) } : null
}

/** The stored state alone, or null if the report has no document (any more). */
export async function readState(db: Db, reportId: string): Promise<StoredState | null> {
  const [stored] = await db
    .select({ state: reportDocument.state, version: VERSION })
    .from(reportDocument)
    .where(eq(reportDocument.reportId, reportId))
  return stored ?? null
}
