import { eq, sql } from 'drizzle-orm'
import { board } from '#db/schema/organisation.ts'
import { report, reportSection, reportUnit } from '#db/schema/report.ts'
import type { Actor } from '../policies/actor.ts'
import { can } from '../policies/can.ts'
import { readableBoards } from '../reports/readable-boards.ts'
import type { Services } from '../services.ts'
import { today } from '../today.ts'
import { CLOSED, type MeasureFilter } from './measure-filter.ts'
import { inOrder, isOverdue, matching } from './measure-query.ts'

export interface Measure {
  /** Of its unit, as `setValue` knows it. */
  id: string
  text: string
  role: string | null
  /** ISO date. */
  due: string | null
  /** Key of the choice in templates/shared/measure.ts; null where nobody has said. */
  status: string | null
  overdue: boolean
  boardName: string
  reportId: string
  reportTitle: string
  templateKey: string
  /** ISO 8601 instant; null while the report is a draft. */
  lockedAt: string | null
  sectionId: string
  sectionHeading: string
  /** Whether the person who asks may change it. */
  mayWrite: boolean
}

export interface MeasureList {
  measures: Measure[]
  /** How many match, on all pages. */
  count: number
  overdue: number
  page: number
  pageCount: number
}

export const PAGE_SIZE = 50

type Range = { limit: number; offset: number }

/** @param range null for all of them */
export async function readMeasures(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  filter: MeasureFilter,
  boardIds: string[],
  range: Range | null,
): Promise<Measure[]> {
  const day = today()
  // Only what is on the page is joined with all that is shown of it.
  const found = db
    .select({ id: reportUnit.id })
    .from(reportUnit)
    .innerJoin(report, eq(report.id, reportUnit.reportId))
    .where(matching(filter, boardIds, day))
    .orderBy(...inOrder)
  const chosen = (range ? found.limit(range.limit).offset(range.offset) : found).as('found')
  const rows = await db
    .select({ unit: reportUnit, report, section: reportSection, boardName: board.name })
    .from(chosen)
    .innerJoin(reportUnit, eq(reportUnit.id, chosen.id))
    .innerJoin(report, eq(report.id, reportUnit.reportId))
    .innerJoin(reportSection, eq(reportSection.id, reportUnit.sectionId))
    .innerJoin(board, eq(board.id, report.boardId))
    .orderBy(...inOrder)
  return rows.map(({ unit: { id, values }, report: { lockedAt, ...of }, section, boardName }) => {
    const { atgard, ansvarig = null, klart = null, status = null } = values
    const thing = { ...of, lockedAt, ownerId: section.ownerId, sectionLockedAt: section.lockedAt }
    return {
      id,
      text: atgard ?? '',
      role: ansvarig,
      due: klart,
      status,
      overdue: klart !== null && klart < day && !CLOSED.includes(status ?? ''),
      boardName,
      reportId: of.id,
      reportTitle: of.title,
      templateKey: of.templateKey,
      lockedAt: lockedAt?.toISOString() ?? null,
      sectionId: section.id,
      sectionHeading: section.heading,
      mayWrite: can(actor, 'section.write', thing),
    }
  })
}

async function countMeasures(
  { db }: Pick<Services, 'db'>,
  filter: MeasureFilter,
  boardIds: string[],
): Promise<{ count: number; overdue: number }> {
  const day = today()
  const [row] = await db
    .select({
      count: sql<number>`count(*)::int`,
      overdue: sql<number>`(count(*) filter (where ${isOverdue(day)}))::int`,
    })
    .from(reportUnit)
    .innerJoin(report, eq(report.id, reportUnit.reportId))
    .where(matching(filter, boardIds, day))
  return row ?? { count: 0, overdue: 0 }
}

/**
 * The organisation's register: every åtgärd of every report that the actor may read, a page at a time. A page after the
 * last one is the last.
 */
export async function listMeasures(
  services: Pick<Services, 'db'>,
  actor: Actor,
  filter: MeasureFilter,
): Promise<MeasureList> {
  const boardIds = (await readableBoards(services, actor)).map(({ id }) => id)
  if (!boardIds.length) return { measures: [], count: 0, overdue: 0, page: 1, pageCount: 1 }
  const read = (page: number) =>
    readMeasures(services, actor, filter, boardIds, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE })
  const [counts, asked] = await Promise.all([countMeasures(services, filter, boardIds), read(filter.page)])
  const pageCount = Math.max(1, Math.ceil(counts.count / PAGE_SIZE))
  const page = Math.min(filter.page, pageCount)
  return { measures: page === filter.page ? asked : await read(page), ...counts, page, pageCount }
}
