import type { Db } from '#db/client.ts'
import { loggableError } from '../documents/loggable-error.ts'
import { log } from '../log.ts'
import { loadDocument } from './load-document.ts'
import { loadReportRights } from './report-row.ts'
import { Room, type RoomOptions } from './room.ts'

/** The report is gone, or was never given a document. */
export class NoDocumentError extends Error {
  readonly code = 'no-document'
  override readonly name = 'NoDocumentError'
}

/** @throws NoDocumentError, or the database's error */
export async function loadRoom(db: Db, reportId: string, options: RoomOptions): Promise<Room> {
  try {
    const [rights, stored] = await Promise.all([loadReportRights(db, reportId), loadDocument(db, reportId)])
    if (!rights || !stored) throw new NoDocumentError(reportId)
    return new Room(reportId, rights, stored, options)
  } catch (error) {
    log.error({ error: loggableError(error), reportId }, 'a report could not be opened for co-editing')
    throw error
  }
}
