import { eq } from 'drizzle-orm'
import { board, organisation } from '#db/schema/organisation.ts'
import { byName } from '../by-name.ts'
import type { Actor } from '../policies/actor.ts'
import { can } from '../policies/can.ts'
import type { Services } from '../services.ts'

export interface BoardChoice {
  id: string
  name: string
  diaryNumberExample: string
  mayCreate: boolean
}

/** Nämnder of the actor's organisation, and whether the actor may start a report there. */
export async function listBoards({ db }: Pick<Services, 'db'>, actor: Actor): Promise<BoardChoice[]> {
  const rows = await db
    .select({ id: board.id, name: board.name, diaryNumberExample: organisation.diaryNumberExample })
    .from(board)
    .innerJoin(organisation, eq(organisation.id, board.organisationId))
    .where(eq(board.organisationId, actor.organisationId))
  return rows.sort(byName).map(row => ({
    ...row,
    mayCreate: can(actor, 'report.create', { organisationId: actor.organisationId, boardId: row.id }),
  }))
}
