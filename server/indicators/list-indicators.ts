import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import type { Indicator } from '#editor/core/figure.ts'
import { comparePeriods } from '#editor/core/period.ts'
import { sourceName } from '#editor/core/source-name.ts'
import type { Actor } from '../policies/actor.ts'
import { requireCan } from '../policies/require.ts'

export interface CatalogueIndicator extends Indicator {
  /** Calendar years that have a result, newest first. */
  years: number[]
  /** The newest period, of a year or a part of one, that has a result or a budget; null where none has. */
  newest: string | null
}

export interface CatalogueSource {
  source: string
  sourceName: string
  /** Years that any of the listed indicators has a result for, newest first. */
  years: number[]
  /** The newest period of any of them. */
  newest: string | null
  indicators: CatalogueIndicator[]
  /** All indicators of the source; more than are listed where there are too many to choose from. */
  indicatorCount: number
}

interface ListedRow extends Omit<CatalogueIndicator, 'newest'>, Record<string, unknown> {
  /** Those that have a result or a budget, in no order. */
  periods: string[]
  /** All indicators of its source. */
  count: number
  /** Every value that it ever had is withdrawn: the imports that brought it were undone. */
  gone: boolean
}

const newestOf = (periods: (string | null)[]): string | null =>
  periods.reduce(
    (newest, period) => (period && (!newest || comparePeriods(period, newest) > 0) ? period : newest),
    null,
  )

/**
 * The organisation's indicators by source, without those whose imports were all undone. The indicators of an area stand together, in the order of the first import.
 * @param limit indicators listed per source
 * @throws NotAllowedError
 */
export async function listIndicators({ db }: { db: Db }, actor: Actor, limit = 2000): Promise<CatalogueSource[]> {
  const { organisationId } = actor
  requireCan(actor, 'data.read', { organisationId })
  const rows = await db.execute<ListedRow>(sql`
    select id, source, area, name, unit, unit_text as "unitText", decimals, better, years, periods, count, gone
    from (
      select *, row_number() over (partition by source order by area_position, position) as place
      from (
        select *, min(position) over (partition by source, area) as area_position,
          (count(*) over (partition by source))::int as count
        from indicator where organisation_id = ${organisationId}
      ) as grouped
    ) as listed cross join lateral (
      select coalesce(bool_and(status = 'withdrawn'), false) as gone,
        coalesce(array_agg(distinct period::int order by period::int desc)
          filter (where kind = 'result' and value is not null and period ~ '^[0-9]{4}$'), '{}') as years,
        coalesce(array_agg(distinct period)
          filter (where kind in ('result', 'budget') and value is not null), '{}') as periods
      from (
        select distinct on (period, kind, gender) period, kind, value, status from observation
        where organisation_id = ${organisationId} and indicator_id = listed.id
        order by period, kind, gender, id desc
      ) as newest
    ) as result
    where place <= ${limit}
    order by source, place`)
  const sources = new Map<string, CatalogueSource>()
  for (const { count, gone, periods, ...indicator } of rows) {
    const { source } = indicator
    const group = sources.get(source) ?? {
      source,
      sourceName: sourceName(source),
      years: [],
      newest: null,
      indicators: [],
      indicatorCount: count,
    }
    if (gone) group.indicatorCount -= 1
    else group.indicators.push({ ...indicator, newest: newestOf(periods) })
    sources.set(source, group)
  }
  for (const group of sources.values()) {
    group.years = [...new Set(group.indicators.flatMap(indicator => indicator.years))].sort((a, b) => b - a)
    group.newest = newestOf(group.indicators.map(({ newest }) => newest))
  }
  return [...sources.values()]
    .filter(group => group.indicators.length > 0)
    .sort((a, b) => a.sourceName.localeCompare(b.sourceName, 'sv'))
}
