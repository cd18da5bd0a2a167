import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import { board } from '#db/schema/organisation.ts'
import { report, reportSection, reportUnit } from '#db/schema/report.ts'
import { appUser } from '#db/schema/user.ts'
import type { KnownTemplates } from '#server/templates/template-facts.ts'
import { legalDeadline } from '#templates/deadline.ts'
import type { Role } from '../policies/actor.ts'
import { ROLE_NAMES } from '../policies/role-names.ts'
import { sectionSettled } from '../reports/section-settled.ts'
import type { Services } from '../services.ts'

/** A last day that somebody set, besides that of the law. */
export interface LocalDeadline {
  /** ISO date. */
  date: string
  /** Sections that are to be done that day; 0 where it is the day of the answer to the auditors. */
  sections: number
}

export interface YearReport {
  id: string
  title: string
  templateKey: string
  templateName: string
  boardId: string
  boardName: string
  /** ISO date: last day of the whole report; null where nobody has set one. */
  deadline: string | null
  /** Whether a law sets it. */
  byLaw: boolean
  /** Of sections that are not done yet, the nearest first. */
  local: LocalDeadline[]
  /** Names of those who are responsible for sections, people and roles. */
  owners: string[]
  sectionCount: number
  /** Done, reviewed or not applicable. */
  sectionsDone: number
  locked: boolean
}

/** The auditors' missiv says until when they want their answer: templates/revisionssvar. */
const answerDay = sql<string | null>`${report.values} ->> 'svar-senast'`

/** In the year, or without any day and accounting for it. */
function inYear(year: number): SQL | undefined {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`]
  return or(
    sql`${report.deadline} between ${from} and ${to}`,
    sql`${answerDay} between ${from} and ${to}`,
    sql`exists (select 1 from report_section day where day.report_id = ${report.id} and day.deadline between ${from} and ${to})`,
    sql`(${report.year} = ${year} and ${report.deadline} is null and ${answerDay} is null)`,
  )
}

interface SectionSum {
  sectionCount: number
  sectionsDone: number
  owners: string[] | null
  days: Record<string, number> | null
}

const NO_SECTIONS: SectionSum = { sectionCount: 0, sectionsDone: 0, owners: null, days: null }

/** What the sections of these reports come to, without those of removed units. */
async function sumSections(db: Services['db'], reportIds: string[]): Promise<Map<string, SectionSum>> {
  const open = sql`${reportSection.deadline} is not null and not ${sectionSettled}`
  const perDay = db
    .select({
      reportId: reportSection.reportId,
      deadline: sql<string | null>`case when ${open} then ${reportSection.deadline} end`.as('day'),
      n: sql<number>`count(*)::int`.as('n'),
      done: sql<number>`(count(*) filter (where ${sectionSettled}))::int`.as('done'),
      names: sql<string[]>`array_agg(distinct ${appUser.name}) filter (where ${appUser.name} is not null)`.as('names'),
      roles: sql<
        Role[]
      >`array_agg(distinct ${reportSection.ownerRole}) filter (where ${reportSection.ownerRole} is not null)`.as(
        'roles',
      ),
    })
    .from(reportSection)
    .leftJoin(reportUnit, eq(reportUnit.id, reportSection.unitId))
    .leftJoin(appUser, eq(appUser.id, reportSection.ownerId))
    .where(and(inArray(reportSection.reportId, reportIds), sql`${reportUnit.removedAt} is null`))
    .groupBy(reportSection.reportId, sql`2`)
  const sums = new Map<string, SectionSum>()
  for (const { reportId, deadline, n, done, names, roles } of await perDay) {
    const sum = sums.get(reportId) ?? { ...NO_SECTIONS }
    sums.set(reportId, {
      sectionCount: sum.sectionCount + n,
      sectionsDone: sum.sectionsDone + done,
      owners: [...new Set([...(sum.owners ?? []), ...(names ?? []), ...(roles ?? []).map(role => ROLE_NAMES[role])])],
      days: deadline ? { ...sum.days, [deadline]: n } : sum.days,
    })
  }
  return sums
}

/**
 * Reports of these boards that have a day in a calendar year.
 * @param boardIds those that the person may read
 */
export async function yearReports(
  { db }: Pick<Services, 'db'>,
  boardIds: string[],
  { year, known }: { year: number; known: KnownTemplates },
): Promise<YearReport[]> {
  if (!boardIds.length) return []
  const rows = await db
    .select({ report, boardName: board.name, answerDay })
    .from(report)
    .innerJoin(board, eq(board.id, report.boardId))
    .where(and(inArray(report.boardId, boardIds), inYear(year)))
  if (!rows.length) return []
  const sums = await sumSections(
    db,
    rows.map(row => row.report.id),
  )
  return rows.map(({ report: { id, title, templateKey, boardId, ...row }, boardName, answerDay: answer }) => {
    const template = known.of(templateKey, row.templateVersion)
    const { owners, days, ...counts } = sums.get(id) ?? NO_SECTIONS
    const local = Object.entries(days ?? {}).map(([date, sections]) => ({ date, sections }))
    if (answer) local.push({ date: answer, sections: 0 })
    return {
      id,
      title,
      templateKey,
      templateName: template?.name ?? templateKey,
      boardId,
      boardName,
      deadline: row.deadline,
      byLaw: row.deadline !== null && template !== null && row.deadline === legalDeadline(template, row.year),
      local: local.toSorted((one, other) => (one.date < other.date ? -1 : 1)),
      owners: (owners ?? []).toSorted((one, other) => one.localeCompare(other, 'sv')),
      ...counts,
      locked: row.lockedAt !== null,
    }
  })
}
