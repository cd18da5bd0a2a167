import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client.ts'
import { board } from '#db/schema/organisation.ts'
import { reportAnswer } from '#db/schema/report.ts'
import { newestTemplate } from '#server/templates/newest-template.ts'
import { fillTitle } from '#templates/fill-title.ts'
import { InvalidInputError, NotFoundError } from '../errors.ts'
import { publish } from '../events.ts'
import type { Actor } from '../policies/actor.ts'
import { can } from '../policies/can.ts'
import { requireCan } from '../policies/require.ts'
import { findReport } from '../reports/find-report.ts'
import type { UnitRow } from '../reports/read-sections.ts'
import { recordChange } from '../reports/record-change.ts'
import type { Services } from '../services.ts'
import { holdFamilies, type Member, readFamily } from './family.ts'
import { insertAbout } from './insert-report.ts'

const input = z.object({ reportId: z.uuid(), boardId: z.uuid() })

/** Every recommendation once: in the order of the first answer, then what only others have. */
function unionOf(answers: readonly Member[]): UnitRow[] {
  const all = answers.flatMap(({ recommendations }) => recommendations.filter(unit => unit.removedAt === null))
  return all.filter((unit, index) => all.findIndex(({ lineageId }) => lineageId === unit.lineageId) === index)
}

/** The answers of a joint answer, after those that it has, in the order that is given. */
export async function linkAnswers(tx: Tx, actor: Actor, reportId: string, answers: readonly Member[]): Promise<void> {
  const there = await tx.select().from(reportAnswer).where(eq(reportAnswer.reportId, reportId))
  let position = Math.max(-1, ...there.map(link => link.position))
  for (const { row, board } of answers) {
    if (there.some(({ answerId }) => answerId === row.id)) continue
    position += 1
    await tx.insert(reportAnswer).values({ reportId, answerId: row.id, position })
    await recordChange(tx, { reportId, holderId: null, field: 'answer', before: null, after: board.name, actor })
  }
}

/**
 * Puts the nämnders' answers to a granskning together in a report of another board: the granskning's facts, every
 * recommendation, and all answers that the actor may read, in one transaction. Where somebody has done so, that one.
 * @throws InvalidInputError, NotFoundError, NotAllowedError
 */
export async function assembleAnswers(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  given: unknown,
): Promise<{ id: string; isNew: boolean }> {
  const parsed = input.safeParse(given)
  if (!parsed.success) throw new InvalidInputError({ boardId: 'required' })
  const { reportId, boardId } = parsed.data
  return db.transaction(async tx => {
    const source = await findReport(tx, actor, reportId, 'report.read')
    const { organisationId } = source
    requireCan(actor, 'report.create', { organisationId, boardId })
    await holdFamilies(tx, organisationId)
    const family = await readFamily(tx, source)
    if (!family || family.isJoint) throw new NotFoundError('answer')
    if (family.joint) {
      requireCan(actor, 'report.read', family.joint.row)
      return { id: family.joint.row.id, isNew: false }
    }
    const { rule } = family
    const template = await newestTemplate(tx, organisationId, rule.joint)
    const [at] = await tx
      .select()
      .from(board)
      .where(and(eq(board.id, boardId), eq(board.organisationId, organisationId)))
    if (!template || !at) throw new NotFoundError('board')
    const answers = family.answers.filter(({ row }) => can(actor, 'report.read', row))
    const recommendations = unionOf([family.self, ...answers.filter(one => one !== family.self)])
    if (!recommendations.length) throw new InvalidInputError({ recommendations: 'required' })
    const title = fillTitle(template.title, { year: source.year })
    const id = await insertAbout(tx, actor, { source, rule, template, board: at, title, recommendations })
    await linkAnswers(tx, actor, id, answers)
    for (const { row } of family.answers) await publish(tx, { type: 'structure', reportId: row.id })
    return { id, isNew: true }
  })
}

const addition = z.object({ reportId: z.uuid(), answerId: z.uuid() })

/**
 * Takes a nämnd's answer into a joint answer that was put together before it was there.
 * @throws NotFoundError, NotAllowedError, ReportLockedError
 */
export async function includeAnswer({ db }: Pick<Services, 'db'>, actor: Actor, given: unknown): Promise<void> {
  const parsed = addition.safeParse(given)
  if (!parsed.success) throw new InvalidInputError({ answerId: 'required' })
  await db.transaction(async tx => {
    const joint = await findReport(tx, actor, parsed.data.reportId, 'report.manage', { hold: 'rights' })
    await findReport(tx, actor, parsed.data.answerId, 'report.read')
    const family = await readFamily(tx, joint)
    const answer = family?.isJoint && family.answers.find(({ row }) => row.id === parsed.data.answerId)
    if (!answer) throw new NotFoundError('answer')
    await linkAnswers(tx, actor, joint.id, [answer])
    for (const id of [joint.id, answer.row.id]) await publish(tx, { type: 'structure', reportId: id })
  })
}
