import type { Db } from '#db/client.ts'
import type { AnswerState, AnswersHere } from '#editor/core/answers-here.ts'
import type { ResolvedAnswer } from '#editor/core/resolved-report.ts'
import type { Actor } from '../policies/actor.ts'
import { can } from '../policies/can.ts'
import { listBoards } from '../reports/list-boards.ts'
import { answeredUnits, headsOf } from './answered.ts'
import type { Family, Member } from './family.ts'
import { findOffers } from './find-offers.ts'
import { membersOf, type Resolve } from './resolve-family.ts'

interface Shown {
  /** Answers that the report shows. */
  shown: readonly ResolvedAnswer[]
  resolve: Resolve
}

/** How far an answer has come: as the page shows it, where it does. */
async function comeOf({ row }: Member, { rule }: Family, { shown, resolve }: Shown) {
  const known = shown.find(({ id }) => id === row.id)
  if (known) {
    const { recommendations, date } = known
    return { answered: recommendations.filter(({ answered }) => answered).length, of: recommendations.length, date }
  }
  const resolved = await resolve(row)
  return {
    answered: answeredUnits(resolved, rule.unit).size,
    of: headsOf(resolved, rule.unit).length,
    date: resolved.report.date,
  }
}

async function stateOf(actor: Actor, member: Member, family: Family, answers: Shown): Promise<AnswerState> {
  const { answered, of, date } = await comeOf(member, family, answers)
  return {
    id: member.row.id,
    boardName: member.board.name,
    progress: can(actor, 'report.read', member.row) ? { answered, of } : null,
    lockedOn: member.row.lockedAt ? date : null,
  }
}

/** Between this report and each other one, both ways: what the reader may read there and may change where it goes. */
function offersOf(actor: Actor, { self, rule, joint }: Family, others: readonly Member[]) {
  const partners = joint && joint !== self && can(actor, 'report.read', joint.row) ? [...others, joint] : others
  return partners.flatMap(other => [
    ...(can(actor, 'report.manage', self.row) ? findOffers(other, self, rule, self.row.id) : []),
    ...(can(actor, 'report.manage', other.row) ? findOffers(self, other, rule, self.row.id) : []),
  ])
}

/** The same recommendation from several is offered once. */
const onlyOnce = (offers: AnswersHere['offers']): AnswersHere['offers'] =>
  offers.filter(
    (one, index) => offers.findIndex(other => other.to.id === one.to.id && other.lineageId === one.lineageId) === index,
  )

const answersFor = (answers: readonly Member[], boardId: string): number =>
  answers.filter(({ board }) => board.id === boardId).length

/**
 * Where answers can be put together: at a board that does not answer itself, such as the styrelse, and after it at one
 * that does, where it can read others' answers than its own.
 */
const jointBoardsOf = (boards: readonly AnswersHere['jointBoards'][number][], { answers }: Family, others: number) =>
  boards
    .filter(({ id }) => others > 0 || answersFor(answers, id) === 0)
    .map(({ id, name }) => ({ id, name }))
    .toSorted((one, other) => answersFor(answers, one.id) - answersFor(answers, other.id))

/** What the report's page shows of those that answer the same granskning. */
export async function readAnswers(db: Db, actor: Actor, family: Family, known: Shown): Promise<AnswersHere> {
  const { self, joint, isJoint, answers } = family
  const { row } = self
  const boards = (await listBoards({ db }, actor)).filter(({ mayCreate }) => mayCreate)
  const readable = answers.filter(one => one !== self && can(actor, 'report.read', one.row))
  const shown = isJoint ? membersOf(family) : readable
  const waiting =
    isJoint && can(actor, 'report.manage', row) ? readable.filter(one => !family.included.includes(one.row.id)) : []
  const state = (member: Member) => stateOf(actor, member, family, known)
  const mayShare = !isJoint && can(actor, 'report.manage', { ...row, lockedAt: null })
  const recommendations = self.recommendations.filter(({ removedAt }) => removedAt === null).length
  return {
    isJoint,
    others: await Promise.all(shown.map(state)),
    offers: onlyOnce(offersOf(actor, family, readable)),
    boards: mayShare
      ? boards
          .filter(({ id }) => id !== self.board.id)
          .map(({ id, name }) => ({ id, name, answer: answers.find(one => one.board.id === id)?.row.id ?? null }))
      : [],
    recommendations,
    due: row.values[family.rule.due] ?? row.deadline,
    joint:
      joint && joint !== self && can(actor, 'report.read', joint.row)
        ? { id: joint.row.id, title: joint.row.title, boardName: joint.board.name }
        : null,
    jointBoards: isJoint || joint || recommendations === 0 ? [] : jointBoardsOf(boards, family, readable.length),
    notIncluded: await Promise.all(waiting.map(state)),
  }
}
