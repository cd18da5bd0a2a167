import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { board } from '#db/schema/organisation.ts'
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
  boardName: string
  /** ISO date; null where nobody has set a day. */
  deadline: string | null
  /** Somebody has said that it is done, or that it does not apply. */
  settled: boolean
}

/** Sections that are the actor's in reports that are not locked, the nearest day first, those without a day last. */
export async function ownSections(services: Pick<Services, 'db'>, actor: Actor): Promise<OwnSection[]> {
  const boardIds = (await readableBoards(services, actor)).map(({ id }) => id)
  if (!boardIds.length) return []
  return services.db
    .select({
      id: reportSection.id,
      heading: reportSection.heading,
      reportId: report.id,
      reportTitle: report.title,
      boardName: board.name,
      deadline: reportSection.deadline,
      settled: sql<boolean>`${sectionSettled}`,
    })
    .from(reportSection)
    .innerJoin(report, eq(report.id, reportSection.reportId))
    .innerJoin(board, eq(board.id, report.boardId))
    .leftJoin(reportUnit, eq(reportUnit.id, reportSection.unitId))
    .where(
      and(ownedBy(actor.id), inArray(report.boardId, boardIds), isNull(report.lockedAt), isNull(reportUnit.removedAt)),
    )
    .orderBy(
      sql`${reportSection.deadline} asc nulls last`,
      asc(report.title),
      asc(reportSection.position),
      asc(reportSection.id),
    )
}

/** Those that somebody waits for: with a day, and not done. */
export const dueSections = (sections: readonly OwnSection[]): (OwnSection & { deadline: string })[] =>
  sections.flatMap(section => {
    const { deadline, settled } = section
    return deadline !== null && !settled ? [{ ...section, deadline }] : []
  })
