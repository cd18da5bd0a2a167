import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { board } from '#db/schema/organisation.ts'
import { InvalidInputError, NotFoundError } from '../errors.ts'
import { publish } from '../events.ts'
import type { Actor } from '../policies/actor.ts'
import { requireCan } from '../policies/require.ts'
import { findReport } from '../reports/find-report.ts'
import { loadTemplate } from '../reports/load-template.ts'
import type { Services } from '../services.ts'
import { holdFamilies, readFamily } from './family.ts'
import { insertAbout } from './insert-report.ts'

const input = z.object({ reportId: z.uuid(), boardIds: z.array(z.uuid()).min(1).max(100) })

/** A board's answer: one that was made now, or the one that it had. */
export interface SharedAnswer {
  boardId: string
  reportId: string
  isNew: boolean
}

/**
 * More nämnder answer the same granskning: each gets an answer of its own with the granskning's facts and every
 * recommendation quoted, in one transaction. A nämnd that has one keeps it, also when two people ask at once.
 * @throws InvalidInputError boardIds 'required', recommendations 'required' where there is none to answer
 * @throws NotFoundError, NotAllowedError
 */
export async function shareReview({ db }: Pick<Services, 'db'>, actor: Actor, given: unknown): Promise<SharedAnswer[]> {
  const parsed = input.safeParse(given)
  if (!parsed.success) throw new InvalidInputError({ boardIds: 'required' })
  const boardIds = [...new Set(parsed.data.boardIds)]
  return db.transaction(async tx => {
    const source = await findReport(tx, actor, parsed.data.reportId, 'report.read')
    // That its own answer is finished keeps nobody else from answering.
    requireCan(actor, 'report.manage', { ...source, lockedAt: null })
    await holdFamilies(tx, source.organisationId)
    const [family, template, boards] = await Promise.all([
      readFamily(tx, source),
      loadTemplate(tx, source),
      tx
        .select()
        .from(board)
        .where(and(eq(board.organisationId, source.organisationId), inArray(board.id, boardIds))),
    ])
    if (!family || family.isJoint || !template) throw new NotFoundError('answer')
    if (boards.length < boardIds.length) throw new NotFoundError('board')
    for (const one of boards)
      requireCan(actor, 'report.create', { organisationId: one.organisationId, boardId: one.id })
    const recommendations = family.self.recommendations.filter(unit => unit.removedAt === null)
    if (!recommendations.length) throw new InvalidInputError({ recommendations: 'required' })
    const shared: SharedAnswer[] = []
    for (const one of boards) {
      const had = family.answers.find(answer => answer.board.id === one.id)
      const { rule } = family
      const reportId =
        had?.row.id ??
        (await insertAbout(tx, actor, { source, rule, template, board: one, title: source.title, recommendations }))
      shared.push({ boardId: one.id, reportId, isNew: !had })
    }
    if (shared.some(({ isNew }) => isNew))
      for (const { row } of [...family.answers, ...(family.joint ? [family.joint] : [])])
        await publish(tx, { type: 'structure', reportId: row.id })
    return shared
  })
}
