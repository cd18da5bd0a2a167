import { and, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { report, reportUnit } from '#db/schema/report.ts'
import { CLOSED_STATUSES } from '#editor/core/structure/measure.ts'
import { addDays } from '../today.ts'
import { type Due, type MeasureFilter, SOON_DAYS, type StatusFilter } from './measure-filter.ts'

/** Keys of templates/shared/measure.ts, which every kind of åtgärd has. */
const value = (key: 'atgard' | 'ansvarig' | 'klart' | 'status'): SQL<string | null> =>
  sql`${reportUnit.values} ->> ${sql.raw(`'${key}'`)}`

const closed = sql`coalesce(${value('status')}, '') in ${[...CLOSED_STATUSES]}`

/** What the register is put in order by, and counted by. */
export const sortKeys = {
  closed: sql<boolean>`${closed}`.as('closed'),
  due: sql<string | null>`${value('klart')} collate "C"`.as('due'),
}

/** @param today ISO date, as are the values that it is compared with */
const isOverdue = (today: string): SQL => sql`(${value('klart')} < ${today} and not ${closed})`

/**
 * Åtgärder of these boards that stand in a report. Where later years continue one, the latest stands for it: the older
 * is in a report that nobody changes any more.
 */
const inRegister = (boardIds: string[]): SQL | undefined =>
  and(
    sql`${reportUnit.measure}`,
    isNull(reportUnit.removedAt),
    inArray(report.boardId, boardIds),
    // What continues another stands in a report that was made from one: few, found by their reports' index.
    sql`not exists (
      select 1 from report made join report_unit later on later.report_id = made.id
      where made.made_from is not null and later.lineage_id <> later.id and later.measure and later.removed_at is null
        and later.lineage_id = ${reportUnit.lineageId}
        and (later.created_at, later.id) > (${reportUnit.createdAt}, ${reportUnit.id}))`,
  )

function dueIs(due: Due, today: string): SQL {
  const day = value('klart')
  const soon = addDays(today, SOON_DAYS)
  if (due === 'overdue') return isOverdue(today)
  if (due === 'soon') return sql`${day} >= ${today} and ${day} <= ${soon} and not ${closed}`
  return due === 'later' ? sql`${day} > ${soon} and not ${closed}` : sql`${day} is null`
}

function statusIs(status: StatusFilter): SQL {
  if (status === 'open') return sql`not ${closed}`
  return status === 'none' ? sql`${value('status')} is null` : sql`${value('status')} = ${status}`
}

const pattern = (words: string): string => `%${words.replaceAll(/[\\%_]/g, sign => `\\${sign}`)}%`

/**
 * Holds the words literally ("50 %" is no pattern), in whatever case. PostgreSQL takes most of its time to lower other
 * letters than those of ASCII, so they stand for any letter until what is left is compared in full.
 */
function contains(column: SQL, words: string): SQL {
  const lower = words.toLowerCase()
  const ascii = sql`lower(${column} collate "C") like ${pattern(lower).replaceAll(/\P{ASCII}/gu, '_')}`
  return /^\p{ASCII}*$/u.test(lower) ? ascii : sql`(${ascii} and lower(${column}) like ${pattern(lower)})`
}

const searched = sql`concat_ws(' ', ${value('atgard')}, ${value('ansvarig')}, ${report.title})`

/** What is left of the register. @param boardIds those that the actor may read */
export const matching = (filter: MeasureFilter, boardIds: string[], today: string): SQL | undefined =>
  and(
    inRegister(filter.boardId ? boardIds.filter(id => id === filter.boardId) : boardIds),
    filter.role ? contains(sql`(${value('ansvarig')})`, filter.role) : undefined,
    filter.due ? dueIs(filter.due, today) : undefined,
    filter.status ? statusIs(filter.status) : undefined,
    filter.templateKey ? sql`${report.templateKey} = ${filter.templateKey}` : undefined,
    filter.reportId ? sql`${report.id} = ${filter.reportId}` : undefined,
    ...filter.search
      .split(/\s+/)
      .filter(Boolean)
      .map(words => contains(searched, words)),
  )

export const role = value('ansvarig')
