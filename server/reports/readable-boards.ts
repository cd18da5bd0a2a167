import { eq } from 'drizzle-orm'
import { board } from '#db/schema/organisation.ts'
import { byName } from '../by-name.ts'
import type { Actor } from '../policies/actor.ts'
import { can } from '../policies/can.ts'
import type { Services } from '../services.ts'

export interface ReadableBoard {
  id: string
  name: string
}

/**
 * Boards whose reports the actor may read. The right to read hangs on the board alone, so a query that keeps to these
 * asks `can()` once for all of its reports.
 */
export async function readableBoards({ db }: Pick<Services, 'db'>, actor: Actor): Promise<ReadableBoard[]> {
  const { organisationId } = actor
  const rows = await db
    .select({ id: board.id, name: board.name })
    .from(board)
    .where(eq(board.organisationId, organisationId))
  return rows
    .filter(({ id }) => can(actor, 'report.read', { organisationId, boardId: id, lockedAt: null }))
    .sort(byName)
}
