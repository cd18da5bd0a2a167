import { desc, eq } from 'drizzle-orm'
import { board } from '#db/schema/organisation.ts'
import { report } from '#db/schema/report.ts'
import type { Actor } from '../../policies/actor.ts'
import { can } from '../../policies/can.ts'
import type { Services } from '../../services.ts'

export interface SourceChoice {
  id: string
  title: string
  templateKey: string
  year: number
  boardId: string
  boardName: string
  diaryNumber: string | null
}

/** Reports that a new one can be made from: those that the actor may read, the newest first. */
export async function listSources({ db }: Pick<Services, 'db'>, actor: Actor): Promise<SourceChoice[]> {
  const rows = await db
    .select({ report, boardName: board.name })
    .from(report)
    .innerJoin(board, eq(board.id, report.boardId))
    .where(eq(report.organisationId, actor.organisationId))
    .orderBy(desc(report.year), desc(report.createdAt))
  return rows
    .filter(row => can(actor, 'report.read', row.report))
    .map(({ report: { id, title, templateKey, year, boardId, diaryNumber }, boardName }) => ({
      id,
      title,
      templateKey,
      year,
      boardId,
      boardName,
      diaryNumber,
    }))
}
