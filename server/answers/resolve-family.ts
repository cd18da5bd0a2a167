import type { DocumentNode } from '#editor/core/document-node.ts'
import type { AskedBoard, ResolvedAnswer, ResolvedReport } from '#editor/core/resolved-report.ts'
import {
  type PrintedRecommendation,
  printAnswerOverview,
  printAnswers,
  printBoards,
} from '#editor/core/structure/print/print-answers.ts'
import type { AnswersShown } from '#templates/schema/section.ts'
import type { Actor } from '../policies/actor.ts'
import { can } from '../policies/can.ts'
import type { ReportRow } from '../reports/find-report.ts'
import type { Services } from '../services.ts'
import { answeredUnits, headsOf } from './answered.ts'
import { askedBoards } from './asked-boards.ts'
import type { Family, Member } from './family.ts'
import { printBoard } from './print-board.ts'

/** How a report is resolved; given, since a report that shows others is resolved in the same way. */
export type Resolve = (row: ReportRow) => Promise<ResolvedReport>

/** Where in the joint answer something of the answers is shown. */
export interface Shown {
  answers: AnswersShown
  /** Lineage of the recommendation that the section is the head of. */
  lineageId: string | null
}

export interface ResolvedFamily {
  asked: AskedBoard[]
  isJoint: boolean
  /** Field of a recommendation with its own words. */
  quote: string
  answers: ResolvedAnswer[]
  /** @param recommendations of the joint answer, in its order */
  nodes: (shown: Shown, recommendations: readonly PrintedRecommendation[]) => DocumentNode[]
}

/** A draft is shown to those who may read it where it is written; what is locked is shown to all who read the joint. */
const isHidden = (reader: Actor | null, { row }: Member): boolean =>
  row.lockedAt === null && reader !== null && !can(reader, 'report.read', row)

/** @param answered units of it that are */
function factsOf(
  { row, board, recommendations }: Member,
  resolved: ResolvedReport,
  { rule }: Family,
  answered: ReadonlySet<string>,
): ResolvedAnswer {
  const lineageOf = new Map(recommendations.map(({ id, lineageId }) => [id, lineageId]))
  return {
    id: row.id,
    title: row.title,
    board: board.name,
    status: resolved.report.status,
    date: resolved.report.date,
    seq: resolved.report.seq,
    recommendations: headsOf(resolved, rule.unit).map(({ unit, heading, values }) => ({
      lineageId: lineageOf.get(unit?.id ?? '') ?? '',
      heading,
      quote: values[rule.quote] ?? '',
      answered: answered.has(unit?.id ?? ''),
    })),
  }
}

/** The answers that a joint answer is put together from, in its order. */
export const membersOf = ({ answers, included }: Family): Member[] =>
  included.flatMap(id => answers.find(({ row }) => row.id === id) ?? [])

/**
 * What a report shows of those that answer the same granskning.
 * @param reader who the text is for; null where it is for the record
 */
export async function resolveFamily(
  { db }: Pick<Services, 'db'>,
  family: Family,
  { reader, resolve }: { reader: Actor | null; resolve: Resolve },
): Promise<ResolvedFamily> {
  const asked = await askedBoards(db, family)
  if (!family.isJoint) return { asked, isJoint: false, quote: family.rule.quote, answers: [], nodes: () => [] }
  const { rule, self } = family
  const own = self.recommendations.filter(unit => unit.removedAt === null)
  const quotes = new Map(own.map(unit => [unit.lineageId, unit.values[rule.quote] ?? '']))
  const members = membersOf(family)
  const resolved = await Promise.all(
    members.map(async member => {
      const report = await resolve(member.row)
      return { member, report, answered: answeredUnits(report, rule.unit) }
    }),
  )
  const boards = resolved.map(({ member, report, answered }) =>
    printBoard(report, member, rule, { isHidden: isHidden(reader, member), quotes, answered }),
  )
  const unanswered = asked.filter(({ hasAnswer }) => !hasAnswer).map(({ name }) => name)
  return {
    asked,
    isJoint: true,
    quote: rule.quote,
    answers: resolved.map(({ member, report, answered }) => factsOf(member, report, family, answered)),
    nodes: ({ answers, lineageId }, recommendations) => {
      if (answers === 'boards') return printBoards(boards, recommendations, unanswered)
      if (answers === 'recommendation') return printAnswers(boards, lineageId ?? '')
      return printAnswerOverview(
        boards,
        recommendations,
        rule.columns.map(({ label }) => label),
      )
    },
  }
}
