import { count, eq, type SQL, sql } from 'drizzle-orm'
import { measureEntry } from '#db/schema/measure-entry.ts'
import { board } from '#db/schema/organisation.ts'
import { report, reportSection, reportUnit } from '#db/schema/report.ts'
import { isClosed } from '#editor/core/structure/measure.ts'
import type { Actor } from '../policies/actor.ts'
import { can } from '../policies/can.ts'
import { readableBoards } from '../reports/readable-boards.ts'
import type { Services } from '../services.ts'
import { today } from '../today.ts'
import type { MeasureFilter } from './measure-filter.ts'
import { isOverdue, matching, registerOrder } from './measure-query.ts'

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

/** Ids in the order of the register. @param page from 1; null for all of them */
async function findMeasures(
  { db }: Pick<Services, 'db'>,
  where: SQL | undefined,
  page: number | null,
): Promise<string[]> {
  const query = db
    .select({ id: measureEntry.unitId })
    .from(measureEntry)
    .innerJoin(report, eq(report.id, measureEntry.reportId))
    .where(where)
    .orderBy(...registerOrder)
  const rows = await (page === null ? query : query.limit(PAGE_SIZE).offset((page - 1) * PAGE_SIZE))
  return rows.map(({ id }) => id)
}

async function countMeasures(
  { db }: Pick<Services, 'db'>,
  where: SQL | undefined,
  day: string,
): Promise<{ count: number; overdue: number }> {
  const [row] = await db
    .select({ count: count(), overdue: sql<number>`count(*) filter (where ${isOverdue(day)})`.mapWith(Number) })
    .from(measureEntry)
    .innerJoin(report, eq(report.id, measureEntry.reportId))
    .where(where)
  return row ?? { count: 0, overdue: 0 }
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
  const day = today()
  const where = matching(filter, boardIds, day)
  const [asked, counts] = await Promise.all([
    findMeasures(services, where, filter.page),
    countMeasures(services, where, day),
  ])
  const pageCount = Math.max(1, Math.ceil(counts.count / PAGE_SIZE))
  const page = Math.min(filter.page, pageCount)
  const ids = page === filter.page ? asked : await findMeasures(services, where, page)
  return { measures: await readMeasures(services, actor, ids), ...counts, page, pageCount }
}

/** All that match, on every page, for a file. */
export async function exportMeasures(
  services: Pick<Services, 'db'>,
  actor: Actor,
  filter: MeasureFilter,
): Promise<Measure[]> {
  const boardIds = (await readableBoards(services, actor)).map(({ id }) => id)
  if (!boardIds.length) return []
  const ids = await findMeasures(services, matching(filter, boardIds, today()), null)
  return readMeasures(services, actor, ids)
}
