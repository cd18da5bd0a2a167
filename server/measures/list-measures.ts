import { eq, sql } from 'drizzle-orm'
import { board } from '#db/schema/organisation.ts'
import { report, reportSection, reportUnit } from '#db/schema/report.ts'
import { isClosed } from '#editor/core/structure/measure.ts'
import type { Actor } from '../policies/actor.ts'
import { can } from '../policies/can.ts'
import { readableBoards } from '../reports/readable-boards.ts'
import type { Services } from '../services.ts'
import { today } from '../today.ts'
import type { MeasureFilter } from './measure-filter.ts'
import { matching, sortKeys } from './measure-query.ts'

/** What came of an åtgärd: keys and texts of templates/shared/measure.ts; null where nobody has said. */
export interface FollowUp {
  result: string | null
  /** ISO date. */
  date: string | null
  text: string | null
}

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
  followUp: FollowUp
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

interface Found {
  ids: string[]
  /** On all pages; 0 where the range begins after the last one. */
  count: number
  overdue: number
}

/** Ids in the order of the register. Everything that matches is gone through once, for the page and its counts alike. */
async function findMeasures(
  { db }: Pick<Services, 'db'>,
  filter: MeasureFilter,
  boardIds: string[],
  range: Range | null,
): Promise<Found> {
  const day = today()
  const found = db.$with('found').as(
    db
      .select({ id: reportUnit.id, createdAt: reportUnit.createdAt, ...sortKeys })
      .from(reportUnit)
      .innerJoin(report, eq(report.id, reportUnit.reportId))
      .where(matching(filter, boardIds, day)),
  )
  const { closed, due, createdAt, id } = found
  // Overdue ones come first: they are the oldest of those that are open.
  const query = db
    .with(found)
    .select({
      id,
      count: sql<number>`(select count(*)::int from found)`,
      overdue: sql<number>`(select count(*)::int from found where due < ${day} and not closed)`,
    })
    .from(found)
    .orderBy(closed, sql`${due} asc nulls last`, createdAt, id)
  const rows = await (range ? query.limit(range.limit).offset(range.offset) : query)
  return { ids: rows.map(row => row.id), count: rows[0]?.count ?? 0, overdue: rows[0]?.overdue ?? 0 }
}

async function readMeasures({ db }: Pick<Services, 'db'>, actor: Actor, ids: string[]): Promise<Measure[]> {
  if (!ids.length) return []
  const day = today()
  const rows = await db
    .select({ unit: reportUnit, report, section: reportSection, boardName: board.name })
    .from(reportUnit)
    .innerJoin(report, eq(report.id, reportUnit.reportId))
    .innerJoin(reportSection, eq(reportSection.id, reportUnit.sectionId))
    .innerJoin(board, eq(board.id, report.boardId))
    // One parameter however many there are.
    .where(sql`${reportUnit.id} = any(${`{${ids.join()}}`}::uuid[])`)
  const place = new Map(ids.map((id, index) => [id, index]))
  return rows
    .toSorted((one, other) => (place.get(one.unit.id) ?? 0) - (place.get(other.unit.id) ?? 0))
    .map(({ unit: { id, values }, report: { lockedAt, ...of }, section, boardName }) => {
      const { atgard, ansvarig = null, klart = null, status = null } = values
      const { resultat = null, uppfoljd = null, uppfoljning = null } = values
      const thing = {
        ...of,
        lockedAt,
        ownerId: section.ownerId,
        ownerRole: section.ownerRole,
        sectionLockedAt: section.lockedAt,
      }
      return {
        id,
        text: atgard ?? '',
        role: ansvarig,
        due: klart,
        status,
        followUp: { result: resultat, date: uppfoljd, text: uppfoljning },
        overdue: klart !== null && klart < day && !isClosed(values),
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
  const find = (page: number) =>
    findMeasures(services, filter, boardIds, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE })
  let page = filter.page
  let found = await find(page)
  if (page > 1 && !found.ids.length) {
    page = Math.max(1, Math.ceil((await find(1)).count / PAGE_SIZE))
    found = await find(page)
  }
  const { ids, count, overdue } = found
  const pageCount = Math.max(1, Math.ceil(count / PAGE_SIZE))
  return { measures: await readMeasures(services, actor, ids), count, overdue, page, pageCount }
}

/** All that match, on every page, for a file. */
export async function exportMeasures(
  services: Pick<Services, 'db'>,
  actor: Actor,
  filter: MeasureFilter,
): Promise<Measure[]> {
  const boardIds = (await readableBoards(services, actor)).map(({ id }) => id)
  if (!boardIds.length) return []
  const { ids } = await findMeasures(services, filter, boardIds, null)
  return readMeasures(services, actor, ids)
}
