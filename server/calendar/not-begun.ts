import { and, inArray } from 'drizzle-orm'
import { report } from '#db/schema/report.ts'
import { roleGrant } from '#db/schema/user.ts'
import type { KnownTemplates, TemplateFacts } from '#server/templates/template-facts.ts'
import { legalDeadline } from '#templates/deadline.ts'
import { productKey } from '#templates/own-key.ts'
import type { Actor } from '../policies/actor.ts'
import { can } from '../policies/can.ts'
import type { ReadableBoard } from '../reports/readable-boards.ts'
import type { Services } from '../services.ts'

/** What a law, or the organisation's own template, asks of a board in a year, and nobody has begun. */
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

/** Document types that are the same duty: the product's that a law asks for, and what an organisation has made of it. */
interface Duty {
  keys: string[]
  /** A new report is made from it: the organisation's own, where there is one. */
  template: TemplateFacts
  deadline: NonNullable<TemplateFacts['deadline']>
  /** Whether a law asks, and not the organisation alone. */
  byLaw: boolean
}

const ownDuty = (template: TemplateFacts): Duty[] =>
  template.deadline ? [{ keys: [template.key], template, deadline: template.deadline, byLaw: false }] : []

function dutiesOf({ newest }: KnownTemplates): Duty[] {
  const laws = newest.filter(({ key, deadline }) => deadline && productKey(key) === key)
  const others = newest.filter(({ key }) => !laws.some(law => law.key === productKey(key)))
  return [
    ...laws.flatMap((law): Duty[] => {
      const family = newest.filter(({ key }) => productKey(key) === law.key)
      const template = family.findLast(({ deadline }) => deadline) ?? law
      const deadline = template.deadline ?? law.deadline
      return deadline ? [{ keys: family.map(({ key }) => key), template, deadline, byLaw: true }] : []
    }),
    ...others.flatMap(ownDuty),
  ]
}

/**
 * Boards that are asked: those that have written such a report before, or for what a law asks, have a MAS or a MAR.
 * Where there is none at all, every board is, so that nothing is missing only because the organisation is new here.
 */
function askedBoards(boards: ReadableBoard[], written: Set<string>, caring: Set<string>, { byLaw }: Duty) {
  const asked = boards.filter(({ id }) => written.has(id) || (byLaw && caring.has(id)))
  return asked.length ? asked : boards
}

/** @param boards those that the actor may read */
export async function notBegun(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  boards: ReadableBoard[],
  { year, known }: { year: number; known: KnownTemplates },
): Promise<NotBegun[]> {
  const duties = dutiesOf(known)
  if (!boards.length || !duties.length) return []
  const ids = boards.map(({ id }) => id)
  const [begun, granted] = await Promise.all([
    db
      .selectDistinct({ boardId: report.boardId, key: report.templateKey, year: report.year })
      .from(report)
      .where(
        and(
          inArray(report.boardId, ids),
          inArray(
            report.templateKey,
            duties.flatMap(({ keys }) => keys),
          ),
        ),
      ),
    db
      .selectDistinct({ id: roleGrant.boardId })
      .from(roleGrant)
      .where(and(inArray(roleGrant.role, CARE_ROLES), inArray(roleGrant.boardId, ids))),
  ])
  const caring = new Set(granted.flatMap(({ id }) => id ?? []))
  return duties.flatMap(duty => {
    const { template, deadline } = duty
    const accountsFor = year - deadline.yearsAfter
    const ofDuty = begun.filter(({ key }) => duty.keys.includes(key))
    const there = new Set(ofDuty.filter(one => one.year === accountsFor).map(({ boardId }) => boardId))
    const written = new Set(ofDuty.map(({ boardId }) => boardId))
    return askedBoards(boards, written, caring, duty)
      .filter(({ id }) => !there.has(id))
      .map(({ id: boardId, name: boardName }) => ({
        templateKey: template.key,
        templateName: template.name,
        boardId,
        boardName,
        deadline: legalDeadline({ deadline }, accountsFor) ?? '',
        law: deadline.law,
        accountsFor,
        mayCreate: can(actor, 'report.create', { organisationId: actor.organisationId, boardId }),
      }))
  })
}
