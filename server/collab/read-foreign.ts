import type { Sql } from '#db/client.ts'
import { loggableError } from '../documents/loggable-error.ts'
import { log } from '../log.ts'
import { readLogRows } from './log-rows.ts'
import type { Room } from './room.ts'

/**
 * Takes a row of the log that was written past the room (a restored text) into it, and so to everyone there. Not by a
 * fold alone: somebody else's fold may have taken the row, and one that only deletes leaves no trace in the clocks.
 */
export async function readForeign(sql: Sql, room: Room, seq: number): Promise<void> {
  try {
    const rows = await readLogRows(sql, new Map([[seq, room.reportId]]))
    await room.document.takeRows(rows)
  } catch (error) {
    log.error({ error: loggableError(error), reportId: room.reportId, seq }, 'a row of the log could not be read')
    await room.document.fold()
  }
}
