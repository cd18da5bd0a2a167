import { and, asc, eq, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { figureUse } from '#db/schema/figure-use.ts'
import { report, reportSection } from '#db/schema/report.ts'
import type { FigureRef } from '#editor/core/figure.ts'
import type { Actor } from '../../policies/actor.ts'
import { readableBoards } from '../../reports/readable-boards.ts'

export interface FigureUse {
  reportId: string
  reportTitle: string
  year: number
  locked: boolean
  sectionId: string
  heading: string
  /** What a locked report holds; null in an open one, which shows the newest value. */
  frozenValue: string | null
}

export interface FigureUses {
  /** Newest reports first. */
  places: FigureUse[]
  /** Places in reports that the actor may not read. */
  hidden: number
}

/** Every place in every report of the organisation where the figure is shown. */
export async function readUses({ db }: { db: Db }, actor: Actor, ref: FigureRef): Promise<FigureUses> {
  const [rows, boards] = await Promise.all([
    db
      .select({
        reportId: report.id,
        reportTitle: report.title,
        year: report.year,
        locked: sql<boolean>`${report.lockedAt} is not null`,
        boardId: report.boardId,
        sectionId: reportSection.id,
        heading: reportSection.heading,
        frozenValue: figureUse.frozenValue,
      })
      .from(figureUse)
      .innerJoin(report, eq(report.id, figureUse.reportId))
      .innerJoin(reportSection, eq(reportSection.id, figureUse.sectionId))
      .where(
        and(
          eq(report.organisationId, actor.organisationId),
          eq(figureUse.indicatorId, ref.indicatorId),
          eq(figureUse.period, ref.period),
          eq(figureUse.kind, ref.kind),
          eq(figureUse.gender, ref.gender),
        ),
      )
      .orderBy(sql`${report.createdAt} desc`, asc(reportSection.position)),
    readableBoards({ db }, actor),
  ])
  const readable = new Set(boards.map(({ id }) => id))
  const places = rows.filter(({ boardId }) => readable.has(boardId)).map(({ boardId, ...place }) => place)
  return { places, hidden: rows.length - places.length }
}
