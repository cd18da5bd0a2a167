import type { Db } from '#db/client.ts'
import { EDITOR_VERSION } from '#editor/core/editor-version.ts'
import { loggableError } from '../documents/loggable-error.ts'
import { log } from '../log.ts'
import { loadDocument } from './load-document.ts'
import { loadReportThing } from './report-row.ts'
import { Room, type RoomOptions } from './room.ts'

/** The report is gone, or was never given a document. */
export class NoDocumentError extends Error {
  readonly code = 'no-document'
  override readonly name = 'NoDocumentError'
}

/**
 * A document of an earlier editor version is migrated before anybody sees it.
 * @throws NoDocumentError, DocumentNewerError, the worker's errors, or the database's error
 */
export async function loadRoom(db: Db, reportId: string, options: RoomOptions): Promise<Room> {
  try {
    const [report, stored] = await Promise.all([loadReportThing(db, reportId), loadDocument(db, reportId)])
    if (!report || !stored) throw new NoDocumentError(reportId)
    if (stored.editorVersion === EDITOR_VERSION) return new Room(reportId, report, stored, options)
    await options.documents.fold(reportId)
    const migrated = await loadDocument(db, reportId)
    if (!migrated) throw new NoDocumentError(reportId)
    return new Room(reportId, report, migrated, options)
  } catch (error) {
    log.error({ error: loggableError(error), reportId }, 'a report could not be opened for co-editing')
    throw error
  }
}
