import type { DatabaseClient } from '#db/client.ts'
import type { MovedFigures } from '#editor/core/collab-protocol.ts'
import type { DataEvent } from '../events.ts'
import { movedByImport } from '../indicators/moved-by-import.ts'
import { log } from '../log.ts'

/** The figures of an event that can be sent along; null where clients must fetch what they show. */
export async function readMoved({ db }: Pick<DatabaseClient, 'db'>, event: DataEvent): Promise<MovedFigures | null> {
  if (event.importId === undefined) return null
  try {
    return await movedByImport({ db }, event.organisationId, event.importId)
  } catch (error) {
    log.error({ err: error, importId: event.importId }, 'figures that moved could not be read')
    return null
  }
}
