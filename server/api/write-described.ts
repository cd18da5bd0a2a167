import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { type CatalogueAuthor, changeCatalogue } from '../indicators/catalogue/change-catalogue.ts'
import type { GivenFigure } from '../indicators/write-observations/write-observations.ts'
import type { Batch } from './given-schemas.ts'

/** New ones come last in their source, in the order of the batch. */
export async function insertIndicators(tx: Tx, organisationId: string, source: string, given: Batch['indicators']) {
  if (given.length === 0) return
  const column = (of: (one: Batch['indicators'][number]) => string | number | null) => sql.param(given.map(of))
  await tx.execute(sql`
    insert into indicator (organisation_id, id, source, area, name, unit, unit_text, decimals, better, code, definition,
      rhythm, position)
    select ${organisationId}, id, ${source}, area, name, unit, unit_text, decimals, better, code, definition, rhythm,
      (select coalesce(max(position), -1) from indicator
       where organisation_id = ${organisationId} and source = ${source}) + place
    from unnest(${column(one => one.id)}::text[], ${column(one => one.area)}::text[], ${column(one => one.name)}::text[],
      ${column(one => one.unit)}::text[], ${column(one => one.unitText)}::text[], ${column(one => one.decimals)}::int[],
      ${column(one => one.better)}::text[], ${column(one => one.code ?? null)}::text[],
      ${column(one => one.definition)}::text[], ${column(one => one.rhythm)}::text[]) with ordinality
      as given(id, area, name, unit, unit_text, decimals, better, code, definition, rhythm, place)`)
}

/** An indicator that has figures of women or men says so from now on. */
export async function markGenders(tx: Tx, author: CatalogueAuthor, figures: readonly GivenFigure[]): Promise<void> {
  const ids = [...new Set(figures.filter(({ gender }) => gender !== 'T').map(({ indicatorId }) => indicatorId))]
  const statement = sql`
    update indicator set by_gender = true
    where organisation_id = ${author.organisationId} and id = any(${sql.param(ids)}::text[]) and not by_gender`
  if (ids.length) await changeCatalogue(tx, author, statement)
}
