import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import type { Indicator } from '#editor/core/figure.ts'
import { sourceName } from '#editor/core/source-name.ts'
import type { Actor } from '../policies/actor.ts'
import { requireCan } from '../policies/require.ts'

export interface CatalogueIndicator extends Indicator {
  /** Calendar years that have a result, newest first. */
  years: number[]
}

export interface CatalogueSource {
  source: string
  sourceName: string
  /** Years that any of the listed indicators has a result for, newest first. */
  years: number[]
  indicators: CatalogueIndicator[]
  /** All indicators of the source; more than are listed where there are too many to choose from. */
  indicatorCount: number
}

/**
 * The organisation's indicators by source. The indicators of an area stand together, in the order of the first import.
 * @param limit indicators listed per source
 * @throws NotAllowedError
 */
export async function listIndicators({ db }: { db: Db }, actor: Actor, limit = 2000): Promise<CatalogueSource[]> {
  const { organisationId } = actor
  requireCan(actor, 'data.read', { organisationId })
  const rows = await db.execute<CatalogueIndicator & { count: number } & Record<string, unknown>>(sql`
    select id, source, area, name, unit, decimals, better, years, count
    from (
      select *, row_number() over (partition by source order by area_position, position) as place
      from (
        select *, min(position) over (partition by source, area) as area_position,
          (count(*) over (partition by source))::int as count
        from indicator where organisation_id = ${organisationId}
      ) as grouped
    ) as listed cross join lateral (
      select coalesce(array_agg(distinct period::int order by period::int desc), '{}') as years
      from observation
      where organisation_id = ${organisationId} and indicator_id = listed.id and kind = 'result'
        and value is not null and period ~ '^[0-9]{4}$'
    ) as result
    where place <= ${limit}
    order by source, place`)
  const sources = new Map<string, CatalogueSource>()
  for (const { count, ...indicator } of rows) {
    const { source } = indicator
    const group = sources.get(source) ?? {
      source,
      sourceName: sourceName(source),
      years: [],
      indicators: [],
      indicatorCount: count,
    }
    group.indicators.push(indicator)
    sources.set(source, group)
  }
  for (const group of sources.values())
    group.years = [...new Set(group.indicators.flatMap(indicator => indicator.years))].sort((a, b) => b - a)
  return [...sources.values()].sort((a, b) => a.sourceName.localeCompare(b.sourceName, 'sv'))
}
