import { and, eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { reportUpdate } from '#db/schema/document.ts'
import { loggableError } from '../documents/loggable-error.ts'
import { log } from '../log.ts'
import type { Room } from './room.ts'

/**
 * Takes a row of the log that was written past the room (a restored text) into it, and so to everyone there. Not by a
 * fold alone: somebody else's fold may have taken the row, and one that only deletes leaves no trace in the clocks.
 */
export async function readForeign(db: Db, room: Room, seq: number): Promise<void> {
  try {
    const [row] = await db
      .select({ data: reportUpdate.data })
      .from(reportUpdate)
      .where(and(eq(reportUpdate.reportId, room.reportId), eq(reportUpdate.seq, seq)))
    if (row) await room.document.takeForeign(seq, row.data)
  } catch (error) {
    log.error({ error: loggableError(error), reportId: room.reportId, seq }, 'a row of the log could not be read')
    await room.document.fold()
  }
}
