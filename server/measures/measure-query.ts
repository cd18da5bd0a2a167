import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { measureEntry } from '#db/schema/measure-entry.ts'
import { report } from '#db/schema/report.ts'
import { addDays } from '../today.ts'
import { type Due, type MeasureFilter, SOON_DAYS, type StatusFilter } from './measure-filter.ts'

const { closed, continued, due, removed, status, words } = measureEntry

/**
 * Åtgärder of these boards that stand in a report. Where later years continue one, the latest stands for it: the older
 * is in a report that nobody changes any more. Asks for `measure_entry` joined with `report`.
 */
export const inRegister = (boardIds: string[]): SQL | undefined =>
  and(sql`not ${removed} and not ${continued}`, inArray(report.boardId, boardIds))

/** @param today ISO date, as are the values that it is compared with */
export const isOverdue = (today: string): SQL => sql`(${due} < ${today} and not ${closed})`

/** Overdue ones come first: they are the oldest of those that are open. */
export const registerOrder = [closed, sql`${due} asc nulls last`, measureEntry.createdAt, measureEntry.unitId]

function dueIs(asked: Due, today: string): SQL {
  const soon = addDays(today, SOON_DAYS)
  if (asked === 'overdue') return isOverdue(today)
  if (asked === 'soon') return sql`${due} >= ${today} and ${due} <= ${soon} and not ${closed}`
  return asked === 'later' ? sql`${due} > ${soon} and not ${closed}` : isNull(due)
}

function statusIs(asked: StatusFilter): SQL {
  if (asked === 'open') return sql`not ${closed}`
  return asked === 'none' ? isNull(status) : eq(status, asked)
}

/** Holds the words literally: "50 %" is no pattern. */
const pattern = (literal: string): string => `%${literal.toLowerCase().replaceAll(/[\\%_]/g, sign => `\\${sign}`)}%`

/** In the åtgärd, its role or its report's title. Few reports: their titles are gone through once. */
const says = (word: string): SQL | undefined =>
  or(
    sql`${words} like ${pattern(word)}`,
    sql`${measureEntry.reportId} in (select id from report where lower(title) like ${pattern(word)})`,
  )

/** The role is in the words too: those of most rows say already that it is another one. */
const roleSays = (part: string): SQL =>
  sql`(${words} like ${pattern(part)} and lower(${measureEntry.role}) like ${pattern(part)})`

/** What is left of the register. @param boardIds those that the actor may read */
export const matching = (filter: MeasureFilter, boardIds: string[], today: string): SQL | undefined =>
  and(
    inRegister(filter.boardId ? boardIds.filter(id => id === filter.boardId) : boardIds),
    filter.role ? roleSays(filter.role) : undefined,
    filter.due ? dueIs(filter.due, today) : undefined,
    filter.status ? statusIs(filter.status) : undefined,
    filter.templateKey ? eq(report.templateKey, filter.templateKey) : undefined,
    filter.reportId ? eq(report.id, filter.reportId) : undefined,
    ...filter.search.split(/\s+/).filter(Boolean).map(says),
  )
