import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import type { FigureRef, Indicator } from '#editor/core/figure.ts'
import type { Actor } from '../policies/actor.ts'
import { requireCan } from '../policies/require.ts'
import { readableBoards } from '../reports/readable-boards.ts'
import { INDICATOR_JSON } from './read-figures.ts'

/** One value of a figure, and the reports that show it. */
export interface ShownValue {
  /** Decimal with point; null for a missing value. */
  value: string | null
  /** It is what the source has now. */
  isNewest: boolean
  reports: { id: string; title: string; year: number; locked: boolean }[]
}

export interface DifferingFigure {
  ref: FigureRef
  indicator: Indicator
  /** Two or more, what the source has now first. */
  values: ShownValue[]
}

const MOST = 200

/**
 * Figures that are not the same wherever they are shown: a report was locked with one value, and another report, or
 * the source, has another. Reports that the actor may not read are left out.
 * @throws NotAllowedError
 */
export async function differingFigures({ db }: { db: Db }, actor: Actor): Promise<DifferingFigure[]> {
  const { organisationId } = actor
  requireCan(actor, 'data.read', { organisationId })
  const boards = await readableBoards({ db }, actor)
  const rows = await db.execute<DifferingFigure & Record<string, unknown>>(sql`
    with shown as (
      select use.indicator_id, use.kind, use.period, use.gender, newest.value as now,
        case when report.locked_at is null then newest.value else use.frozen_value end as value,
        json_build_object('id', report.id, 'title', report.title, 'year', report.year,
          'locked', report.locked_at is not null) as report
      from (select distinct report_id, indicator_id, kind, period, gender, frozen_value, frozen_observation
          from figure_use) as use
        join report on report.id = use.report_id
        left join lateral (
          select value, status from observation
          where organisation_id = ${organisationId} and indicator_id = use.indicator_id and period = use.period
            and kind = use.kind and gender = use.gender
          order by id desc limit 1
        ) as newest on newest.status <> 'withdrawn'
      where report.organisation_id = ${organisationId}
        and report.board_id = any(${sql.param(boards.map(({ id }) => id))}::uuid[])
    ), grouped as (
      select indicator_id, kind, period, gender, value, value is not distinct from now as is_newest,
        json_agg(report order by report ->> 'title') as reports
      from shown group by indicator_id, kind, period, gender, value, now
    ), differing as (
      select indicator_id, kind, period, gender,
        json_agg(json_build_object('value', value::text, 'isNewest', is_newest, 'reports', reports)
          order by is_newest desc, value) as values
      from grouped group by indicator_id, kind, period, gender
      having count(*) > 1 or not bool_or(is_newest)
    )
    select json_build_object('indicatorId', indicator_id, 'kind', kind, 'period', period, 'gender', gender) as ref,
      (select ${INDICATOR_JSON} from indicator where organisation_id = ${organisationId} and id = indicator_id) as indicator,
      values
    from differing order by indicator_id, period desc, kind, gender limit ${MOST}`)
  return rows.filter(({ indicator }) => indicator !== null).map(row => ({ ...row }))
}
