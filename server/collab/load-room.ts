import { EDITOR_VERSION } from '#editor/core/editor-version.ts'
import { loggableError } from '../documents/loggable-error.ts'
import { log } from '../log.ts'
import type { RoomLine } from './bus/room-line.ts'
import { type DocumentSource, loadDocument } from './load-document.ts'
import { loadReportRights } from './report-row.ts'
import { Room, type RoomOptions } from './room.ts'

/** The report is gone, or was never given a document. */
export class NoDocumentError extends Error {
  readonly code = 'no-document'
  override readonly name = 'NoDocumentError'
}

/**
 * A document of an earlier editor version is migrated before anybody sees it.
 * @param openLine begins to hear what other nodes take in, before the log is read: nothing falls in between
 * @throws NoDocumentError, DocumentNewerError, the worker's errors, or the database's error
 */
export async function loadRoom(
  client: DocumentSource,
  reportId: string,
  options: Omit<RoomOptions, 'line'>,
  openLine: () => RoomLine | null,
): Promise<Room> {
  const line = openLine()
  try {
    const [rights, stored] = await Promise.all([
      loadReportRights(client.db, reportId),
      loadDocument(client, reportId, line !== null),
    ])
    if (!rights || !stored) throw new NoDocumentError(reportId)
    if (stored.editorVersion === EDITOR_VERSION) return new Room(reportId, rights, stored, { ...options, line })
    await options.documents.fold(reportId)
    const migrated = await loadDocument(client, reportId, line !== null)
    if (!migrated) throw new NoDocumentError(reportId)
    return new Room(reportId, rights, migrated, { ...options, line })
  } catch (error) {
    line?.close()
    log.error({ error: loggableError(error), reportId }, 'a report could not be opened for co-editing')
    throw error
  }
}
