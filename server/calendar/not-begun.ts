import { and, eq, inArray } from 'drizzle-orm'
import { report } from '#db/schema/report.ts'
import { roleGrant } from '#db/schema/user.ts'
import { legalDeadline } from '#templates/deadline.ts'
import { templates } from '#templates/index.ts'
import type { Actor } from '../policies/actor.ts'
import { can } from '../policies/can.ts'
import type { ReadableBoard } from '../reports/readable-boards.ts'
import type { Services } from '../services.ts'

/** What a law asks of a board in a year, and nobody has begun. */
export interface NotBegun {
  templateKey: string
  templateName: string
  boardId: string
  boardName: string
  /** ISO date. */
  deadline: string
  /** "PSL 3:10" */
  law: string
  /** The calendar year that it would account for. */
  accountsFor: number
  mayCreate: boolean
}

/** Only a vårdgivare has them, and only a vårdgivare answers for the reports that the law sets a day for. */
const CARE_ROLES = ['mas', 'mar'] as const

/**
 * Boards that are asked: those that have written such a report before, or have a MAS or a MAR. Where there is none at all,
 * every board is, so that nothing that the law asks for is missing only because the organisation is new here.
 */
async function askedBoards(
  { db }: Pick<Services, 'db'>,
  boards: ReadableBoard[],
  templateKey: string,
): Promise<ReadableBoard[]> {
  const ids = boards.map(({ id }) => id)
  const [written, granted] = await Promise.all([
    db
      .selectDistinct({ id: report.boardId })
      .from(report)
      .where(and(eq(report.templateKey, templateKey), inArray(report.boardId, ids))),
    db
      .selectDistinct({ id: roleGrant.boardId })
      .from(roleGrant)
      .where(and(inArray(roleGrant.role, CARE_ROLES), inArray(roleGrant.boardId, ids))),
  ])
  const asked = new Set([...written, ...granted].map(({ id }) => id))
  return asked.size ? boards.filter(({ id }) => asked.has(id)) : boards
}

/** @param boards those that the actor may read */
export async function notBegun(
  services: Pick<Services, 'db'>,
  actor: Actor,
  boards: ReadableBoard[],
  year: number,
): Promise<NotBegun[]> {
  if (!boards.length) return []
  const found = await Promise.all(
    templates.map(async template => {
      if (!template.deadline) return []
      const { yearsAfter, law } = template.deadline
      const accountsFor = year - yearsAfter
      const begun = await services.db
        .select({ boardId: report.boardId })
        .from(report)
        .where(and(eq(report.templateKey, template.key), eq(report.year, accountsFor)))
      const missing = (await askedBoards(services, boards, template.key)).filter(
        ({ id }) => !begun.some(({ boardId }) => boardId === id),
      )
      return missing.map(({ id: boardId, name: boardName }) => ({
        templateKey: template.key,
        templateName: template.name,
        boardId,
        boardName,
        deadline: legalDeadline(template, accountsFor) ?? '',
        law,
        accountsFor,
        mayCreate: can(actor, 'report.create', { organisationId: actor.organisationId, boardId }),
      }))
    }),
  )
  return found.flat()
}
