import { and, asc, eq, inArray, isNull, not, sql } from 'drizzle-orm'
import { report, reportSection, reportUnit } from '#db/schema/report.ts'
import type { Actor } from '../policies/actor.ts'
import type { Services } from '../services.ts'
import { ownedBy } from './owned-by.ts'
import { readableBoards } from './readable-boards.ts'
import { sectionSettled } from './section-settled.ts'

export interface OwnSection {
  id: string
  heading: string
  reportId: string
  reportTitle: string
  /** ISO date. */
  deadline: string
}

/** Sections with a day that the actor is responsible for and has not said are done, the nearest first. */
export async function ownSections(services: Pick<Services, 'db'>, actor: Actor): Promise<OwnSection[]> {
  const boardIds = (await readableBoards(services, actor)).map(({ id }) => id)
  if (!boardIds.length) return []
  return services.db
    .select({
      id: reportSection.id,
      heading: reportSection.heading,
      reportId: report.id,
      reportTitle: report.title,
      deadline: sql<string>`${reportSection.deadline}`,
    })
    .from(reportSection)
    .innerJoin(report, eq(report.id, reportSection.reportId))
    .leftJoin(reportUnit, eq(reportUnit.id, reportSection.unitId))
    .where(
      and(
        ownedBy(actor.id),
        inArray(report.boardId, boardIds),
        isNull(report.lockedAt),
        isNull(reportUnit.removedAt),
        sql`${reportSection.deadline} is not null`,
        not(sectionSettled),
      ),
    )
    .orderBy(asc(reportSection.deadline), asc(reportSection.id))
}
