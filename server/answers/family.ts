import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.ts'
import { board } from '#db/schema/organisation.ts'
import { report, reportAnswer, reportUnit } from '#db/schema/report.ts'
import { findJointAnswer, type JointAnswer } from '#templates/joint-answer.ts'
import { byName } from '../by-name.ts'
import type { ReportRow } from '../reports/find-report.ts'
import type { UnitRow } from '../reports/read-sections.ts'

export interface Member {
  row: ReportRow
  board: { id: string; name: string }
  /** In their order, the removed ones too. */
  recommendations: UnitRow[]
}

/** All that answers one granskning in one year: reports that hold the same recommendations. */
export interface Family {
  rule: JointAnswer
  /** What the question was asked of is an answer that others are put together in. */
  isJoint: boolean
  self: Member
  /** One board's answer each, in the order of the boards' names; `self` among them where it is one. */
  answers: Member[]
  /** What the answers are put together in; null where nobody has. */
  joint: Member | null
  /** Answers that `joint` shows, by id, in its order. */
  included: string[]
}

async function readMembers(db: Db | Tx, ids: readonly string[], unitKind: string): Promise<Member[]> {
  if (!ids.length) return []
  const [rows, units] = await Promise.all([
    db
      .select({ row: report, board: { id: board.id, name: board.name } })
      .from(report)
      .innerJoin(board, eq(board.id, report.boardId))
      .where(inArray(report.id, [...ids]))
      .orderBy(asc(report.createdAt), asc(report.id)),
    db
      .select()
      .from(reportUnit)
      .where(and(inArray(reportUnit.reportId, [...ids]), eq(reportUnit.kind, unitKind)))
      .orderBy(asc(reportUnit.position), asc(reportUnit.id)),
  ])
  return rows.map(one => ({ ...one, recommendations: units.filter(unit => unit.reportId === one.row.id) }))
}

/** Answers that a joint answer shows, in its order. */
async function includedIn(db: Db | Tx, jointId: string): Promise<string[]> {
  const rows = await db
    .select({ id: reportAnswer.answerId })
    .from(reportAnswer)
    .where(eq(reportAnswer.reportId, jointId))
    .orderBy(asc(reportAnswer.position))
  return rows.map(({ id }) => id)
}

/** What stands in the joint answer goes before another of the same board. */
const rank = (included: readonly string[], { row }: Member): number => (included.includes(row.id) ? 0 : 1)

/** Of two of one board, as somebody may have made by hand, the one that was asked about counts, else the first. */
const onePerBoard = (members: readonly Member[], self: Member): Member[] =>
  members.filter(
    (one, index) =>
      one === self ||
      (one.board.id !== self.board.id && members.findIndex(other => other.board.id === one.board.id) === index),
  )

/**
 * Reports that answer the same granskning as this one: of the same year, with a recommendation of the same lineage.
 * Nothing is asked about rights; whoever shows it does that.
 * @returns null for a report of another kind
 */
export async function readFamily(db: Db | Tx, row: ReportRow): Promise<Family | null> {
  const found = findJointAnswer(row.templateKey)
  if (!found) return null
  const { rule, isJoint } = found
  const related = await db
    .selectDistinct({ id: report.id })
    .from(reportUnit)
    .innerJoin(report, eq(report.id, reportUnit.reportId))
    .where(
      and(
        eq(report.organisationId, row.organisationId),
        eq(report.year, row.year),
        eq(reportUnit.kind, rule.unit),
        sql`${reportUnit.lineageId} in (
          select own.lineage_id from report_unit own where own.report_id = ${row.id} and own.kind = ${rule.unit})`,
      ),
    )
  const links = isJoint ? await includedIn(db, row.id) : []
  const ids = new Set([row.id, ...related.map(({ id }) => id), ...links])
  const members = await readMembers(db, [...ids], rule.unit)
  const self = members.find(one => one.row.id === row.id)
  if (!self) return null
  const roleOf = (one: Member) => findJointAnswer(one.row.templateKey)
  const joint = isJoint ? self : (members.find(one => roleOf(one)?.isJoint) ?? null)
  const answers = members.filter(one => roleOf(one)?.isJoint === false)
  const included = isJoint || !joint ? links : await includedIn(db, joint.row.id)
  return {
    rule,
    isJoint,
    self,
    answers: onePerBoard(
      answers.toSorted((one, other) => rank(included, one) - rank(included, other)),
      self,
    ).toSorted((one, other) => byName(one.board, other.board)),
    joint,
    included,
  }
}

/** Two who make answers to the same granskning at once wait for each other, so that no board gets two. */
export async function holdFamilies(tx: Tx, organisationId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`answers ${organisationId}`}, 0))`)
}
