import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { type CatalogueAuthor, changeCatalogue } from '../catalogue/change-catalogue.ts'
import type { Layout } from '../layout/layout.ts'

/**
 * Indicators of the file. New ones come last in their source, in the order of the file; known ones keep their place and
 * what the catalogue says of them, apart from what the file is about.
 */
export async function writeIndicators(
  tx: Tx,
  author: CatalogueAuthor,
  sourceId: string,
  layout: Layout,
): Promise<void> {
  const { organisationId } = author
  const decimals = sql.param(layout.measures.map(measure => measure.decimals))
  const statement = sql`
    insert into indicator (organisation_id, id, source, area, name, unit, unit_text, decimals, better, by_gender,
      rhythm, position)
    select ${organisationId}, staged.indicator_id, ${sourceId}, area, name, unit, unit_text,
      coalesce((${decimals}::int[])[staged.measure + 1], written.decimals), better, written.by_gender,
      case when written.monthly then 'month' else 'year' end,
      (select coalesce(max(position), -1) from indicator
       where organisation_id = ${organisationId} and source = ${sourceId}) + row_number() over (order by line, measure)
    from (
      select distinct on (indicator_id) staged_indicator.* from staged_indicator
        join (select indicator_id, min(line) as line from staged_indicator group by 1) as first
          using (indicator_id, line)
      order by indicator_id, measure
    ) as staged
      join (
        select indicator_id, least(coalesce(max(scale(trim_scale(value))), 0), 6) as decimals, bool_or(gender <> 'T') as by_gender,
          bool_or(period ~ '^[0-9]{4}-[0-9]{2}') as monthly
        from staged_value group by indicator_id
      ) as written on written.indicator_id = staged.indicator_id
    on conflict (organisation_id, id) do update
      set area = excluded.area, name = excluded.name, unit = excluded.unit, unit_text = excluded.unit_text,
        decimals = greatest(excluded.decimals, indicator.decimals), better = excluded.better,
        by_gender = excluded.by_gender or indicator.by_gender
      where (indicator.area, indicator.name, indicator.unit, indicator.unit_text, indicator.better)
          is distinct from (excluded.area, excluded.name, excluded.unit, excluded.unit_text, excluded.better)
        or indicator.decimals < excluded.decimals or (excluded.by_gender and not indicator.by_gender)`
  await changeCatalogue(tx, author, statement)
}

/** Appends every value that is new or differs from the newest one. @returns how many */
export async function writeObservations(tx: Tx, organisationId: string, importId: string): Promise<number> {
  const { count } = await tx.execute(sql`
    insert into observation (organisation_id, indicator_id, kind, period, gender, value, numerator, denominator, status,
      goal, note, import_id)
    select ${organisationId}, indicator_id, kind, period, gender, value, numerator, denominator, status, goal, note,
      ${importId}
    from staged_value where state <> 'same' order by line, indicator_id, period, kind`)
  return count
}
