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
    select ${organisationId}, indicator_id, ${sourceId}, area, name, unit, unit_text,
      coalesce((${decimals}::int[])[measure + 1], written.decimals), better, written.by_gender,
      case when written.monthly then 'month' else 'year' end,
      (select coalesce(max(position), -1) from indicator
       where organisation_id = ${organisationId} and source = ${sourceId}) + row_number() over (order by line, measure)
    from (
      -- In the words of the first row that names it.
      select distinct on (same_as) known_subject.*, line
      from (select subject, min(line) as line from staged_row group by 1) as first join known_subject using (subject)
      order by same_as, line, measure
    ) as staged
      join (
        select same_as, least(max(decimals), 6) as decimals, bool_or(by_gender) as by_gender,
          bool_or(monthly) as monthly
        from (
          select subject, coalesce(max(scale(trim_scale(value))), 0) as decimals, bool_or(gender <> 'T') as by_gender,
            bool_or(substr(period, 6, 2) between '01' and '12') as monthly
          from staged_value group by 1
        ) as said join known_subject using (subject) group by 1
      ) as written using (same_as)
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
    from staged_value join known_subject using (subject)
    where state <> 'same' order by line, indicator_id, period, kind`)
  return count
}
