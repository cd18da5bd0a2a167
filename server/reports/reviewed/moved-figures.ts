import { sql } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.ts'
import type { SeenFigure } from '#db/schema/figure-use.ts'
import { type FigureRef, type FigureSet, figureKey } from '#editor/core/figure.ts'
import type { MovedFigure } from '#editor/core/moved-figure.ts'
import { readFigures } from '../../indicators/read-figures.ts'
import { sameValue } from '../../indicators/same-value.ts'
import type { ReportRow } from '../find-report.ts'

interface ReviewedSection extends Record<string, unknown> {
  sectionId: string
  seen: Record<string, SeenFigure>
  /** ISO 8601 instant. */
  reviewedAt: string
  reviewedBy: string
  figures: FigureRef[]
}

/** Sections that are said to be reviewed, with the figures that they show now. */
async function readReviewed(db: Db | Tx, reportId: string): Promise<ReviewedSection[]> {
  const rows = await db.execute<ReviewedSection>(sql`
    select section_review.section_id as "sectionId", seen, app_user.name as "reviewedBy",
      to_char(reviewed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "reviewedAt", figures
    from section_review
      join app_user on app_user.id = reviewed_by
      cross join lateral (
        select json_agg(json_build_object('indicatorId', indicator_id, 'kind', kind, 'period', period, 'gender', gender)
          order by indicator_id, period, kind, gender) as figures
        from figure_use where figure_use.section_id = section_review.section_id
      ) as used
    where section_review.report_id = ${reportId} and figures is not null`)
  return [...rows]
}

const seenIn = ({ figures }: FigureSet, key: string): SeenFigure => {
  const figure = figures[key]
  return { observationId: figure?.passport.observationId ?? null, value: figure?.value ?? null }
}

/**
 * What a reviewer saw: what was accepted, and of a figure that was put into the text since then, what it was at the
 * time of the review.
 */
async function readBaseline(
  db: Db | Tx,
  organisationId: string,
  section: ReviewedSection,
): Promise<Map<string, SeenFigure>> {
  const unseen = section.figures.filter(ref => !section.seen[figureKey(ref)])
  const then = await readFigures({ db }, organisationId, unseen, { asOf: new Date(section.reviewedAt) })
  return new Map(
    section.figures.map(ref => {
      const key = figureKey(ref)
      return [key, section.seen[key] ?? seenIn(then, key)]
    }),
  )
}

/**
 * Figures of reviewed sections that have another value than the reviewer saw, by section; sections with none are not in
 * the answer.
 */
export async function readMovedFigures(
  { db }: { db: Db | Tx },
  row: Pick<ReportRow, 'id' | 'organisationId' | 'lockedAt'>,
): Promise<Map<string, MovedFigure[]>> {
  const moved = new Map<string, MovedFigure[]>()
  const reviewed = row.lockedAt ? [] : await readReviewed(db, row.id)
  if (reviewed.length === 0) return moved
  const now = await readFigures(
    { db },
    row.organisationId,
    reviewed.flatMap(section => section.figures),
  )
  for (const section of reviewed) {
    const baseline = await readBaseline(db, row.organisationId, section)
    const figures = section.figures.flatMap((ref): MovedFigure[] => {
      const key = figureKey(ref)
      const [before, after] = [baseline.get(key), seenIn(now, key)]
      const indicator = now.indicators[ref.indicatorId]
      if (!before || !indicator || sameValue(before.value, after.value)) return []
      return [{ key, indicator, before: before.value, after: after.value, observationId: after.observationId }]
    })
    if (figures.length) moved.set(section.sectionId, figures)
  }
  return moved
}

/** As a section says it: nothing where none has moved. */
export function movedIn(moved: Map<string, MovedFigure[]>, sectionId: string): { movedFigures?: MovedFigure[] } {
  const movedFigures = moved.get(sectionId)
  return movedFigures ? { movedFigures } : {}
}
