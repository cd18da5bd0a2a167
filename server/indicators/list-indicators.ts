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
  /** Years that any of the indicators has a result for, newest first. */
  years: number[]
  indicators: CatalogueIndicator[]
}

/**
 * The organisation's indicators by source. The indicators of an area stand together, in the order of the first import.
 * @throws NotAllowedError
 */
export async function listIndicators({ db }: { db: Db }, actor: Actor): Promise<CatalogueSource[]> {
  const { organisationId } = actor
  requireCan(actor, 'data.read', { organisationId })
  const rows = await db.execute<CatalogueIndicator & Record<string, unknown>>(sql`
    select id, source, area, name, unit, decimals, better, coalesce(years, '{}') as years
    from indicator left join (
      select indicator_id, array_agg(distinct period::int order by period::int desc) as years
      from observation
      where organisation_id = ${organisationId} and kind = 'result' and value is not null and period ~ '^[0-9]{4}$'
      group by indicator_id
    ) as result on indicator_id = id
    where organisation_id = ${organisationId}
    order by source, min(position) over (partition by source, area), position`)
  const sources = new Map<string, CatalogueSource>()
  for (const row of rows) {
    const known = sources.get(row.source)
    if (known) known.indicators.push({ ...row })
    else
      sources.set(row.source, {
        source: row.source,
        sourceName: sourceName(row.source),
        years: [],
        indicators: [{ ...row }],
      })
  }
  for (const group of sources.values())
    group.years = [...new Set(group.indicators.flatMap(indicator => indicator.years))].sort((a, b) => b - a)
  return [...sources.values()].sort((a, b) => a.sourceName.localeCompare(b.sourceName, 'sv'))
}
