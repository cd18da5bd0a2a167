import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { reportDocument, reportVersion } from '#db/schema/document.ts'
import type { Documents } from '../documents/documents.ts'

export interface NewVersion {
  reportId: string
  kind: 'named' | 'before-restore' | 'locked'
  /** The log position that `state` shows. */
  seq: number
  /** Yjs update, encoding V1. */
  state: Uint8Array
  createdBy: string
}

/** Keeps a state of the document under its log position. */
export async function storeVersion(tx: Tx, { history }: Documents, version: NewVersion): Promise<void> {
  const { state, ...row } = version
  const [document] = await tx
    .select({ editorVersion: reportDocument.editorVersion })
    .from(reportDocument)
    .where(eq(reportDocument.reportId, version.reportId))
  const packed = await history.run('pack', { state })
  await tx.insert(reportVersion).values({ ...row, state: packed, editorVersion: document?.editorVersion ?? 0 })
}
