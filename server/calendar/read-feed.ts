import { and, eq, inArray, sql } from 'drizzle-orm'
import { board } from '#db/schema/organisation.ts'
import { report, reportSection, reportUnit } from '#db/schema/report.ts'
import { isReady } from '#editor/core/section-state.ts'
import { loadActor } from '../auth/load-actor.ts'
import { ownedBy } from '../reports/owned-by.ts'
import { readableBoards } from '../reports/readable-boards.ts'
import type { Services } from '../services.ts'
import { addDays, today } from '../today.ts'
import { feedOwner } from './feed-access.ts'
import { type CalendarDay, icalendar } from './ical.ts'
import { sv } from './sv.ts'

type Place = { db: Services['db']; boardIds: string[]; from: string; publicUrl: string }

const lines = (...parts: (string | false | null)[]): string => parts.filter(Boolean).join('\n')

/** Last days of whole reports: that of the law or the board, and that of the answer to the auditors. */
async function reportDays({ db, boardIds, from, publicUrl }: Place): Promise<CalendarDay[]> {
  const rows = await db
    .select({ report, boardName: board.name })
    .from(report)
    .innerJoin(board, eq(board.id, report.boardId))
    .where(
      and(
        inArray(report.boardId, boardIds),
        sql`(${report.deadline} >= ${from} or ${report.values} ->> 'svar-senast' >= ${from})`,
      ),
    )
  return rows.flatMap(({ report: { id, title, deadline, values, lockedAt }, boardName }) => {
    const common = {
      description: lines(boardName, lockedAt !== null && sv.locked),
      url: `${publicUrl}/rapporter/${id}`,
    }
    const answer = values['svar-senast']
    return [
      ...(deadline ? [{ uid: `${id}-klar@samskrift`, date: deadline, summary: sv.report(title), ...common }] : []),
      ...(answer ? [{ uid: `${id}-svar@samskrift`, date: answer, summary: sv.answer(title), ...common }] : []),
    ]
  })
}

/** Last days of the person's own sections. */
async function ownDays({ db, boardIds, from, publicUrl }: Place, userId: string): Promise<CalendarDay[]> {
  const rows = await db
    .select({ section: reportSection, report: { id: report.id, title: report.title }, boardName: board.name })
    .from(reportSection)
    .innerJoin(report, eq(report.id, reportSection.reportId))
    .innerJoin(board, eq(board.id, report.boardId))
    .leftJoin(reportUnit, eq(reportUnit.id, reportSection.unitId))
    .where(
      and(
        ownedBy(userId),
        inArray(report.boardId, boardIds),
        sql`${reportSection.deadline} >= ${from}`,
        sql`${reportUnit.removedAt} is null`,
      ),
    )
  return rows.map(({ section: { id, heading, deadline, status }, report: { id: reportId, title }, boardName }) => ({
    uid: `${id}-klar@samskrift`,
    date: deadline ?? '',
    summary: sv.section(heading, title),
    description: lines(boardName, isReady(status) && sv.done),
    // As the report's page names its sections.
    url: `${publicUrl}/rapporter/${reportId}#avsnitt-${id}`,
  }))
}

/** How long what has been stays in the calendar. */
const DAYS_KEPT = 366

/**
 * What a calendar gets at an address: the deadlines that its owner may see now. A person who has lost a right, or their
 * account, gets nothing by an old address.
 * @returns null where the address is nobody's
 */
export async function readFeed(
  services: Pick<Services, 'db'>,
  secret: string,
  { publicUrl, now = new Date() }: { publicUrl: string; now?: Date },
): Promise<string | null> {
  const userId = await feedOwner(services, secret)
  const actor = userId && (await loadActor(services.db, userId))
  if (!actor) return null
  const boardIds = (await readableBoards(services, actor)).map(({ id }) => id)
  const place = { db: services.db, boardIds, from: addDays(today(now), -DAYS_KEPT), publicUrl }
  const days = boardIds.length ? await Promise.all([reportDays(place), ownDays(place, actor.id)]) : []
  return icalendar(sv.name, days.flat(), now)
}
