import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { reportDocument, reportUpdate } from '#db/schema/document.ts'

export interface StoredDocument {
  state: Uint8Array
  stateVector: Uint8Array
  tail: { seq: number; data: Uint8Array }[]
  editorVersion: number
}

/** The stored state of a report and the log since, or null if it has no document. Nothing of it is decoded. */
export async function loadDocument(db: Db, reportId: string): Promise<StoredDocument | null> {
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
      editorVersion: reportDocument.editorVersion,
    })
    .from(reportDocument)
    .where(eq(reportDocument.reportId, reportId))
  return stored ? { ...stored, tail } : null
}
