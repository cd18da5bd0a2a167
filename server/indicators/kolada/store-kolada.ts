import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { publish } from '../../events.ts'
import { sha256Hex } from '../../sha256.ts'
import { type CatalogueAuthor, changeCatalogue } from '../catalogue/change-catalogue.ts'
import { type WrittenFigures, writeObservations } from '../write-observations/write-observations.ts'
import { type FetchedKolada, indicatorIdOf } from './fetch-kolada.ts'
import type { KoladaSettings } from './settings.ts'
import { unitOfKpi } from './unit-of-kpi.ts'

const MAX_DEFINITION = 4000

/**
 * Indicators as Kolada has them. Name, area and gender split follow Kolada; unit, decimals, direction and definition are
 * Kolada's until somebody has seen to them, so they are written once.
 */
async function writeIndicators(tx: Tx, author: CatalogueAuthor, { kpis, figures }: FetchedKolada): Promise<void> {
  if (kpis.length === 0) return
  const { organisationId } = author
  const rows = kpis.map(({ id, title, description, operating_area: area, is_divided_by_gender: split }) => {
    const own = figures.filter(({ indicatorId }) => indicatorId === indicatorIdOf(id))
    return {
      id,
      title: title.slice(0, 300),
      description: (description ?? '').slice(0, MAX_DEFINITION),
      area: area ?? '',
      byGender: Boolean(split) || own.some(({ gender }) => gender !== 'T'),
      ...unitOfKpi(
        title,
        own.flatMap(({ value }) => value ?? []),
      ),
    }
  })
  const column = (of: (row: (typeof rows)[number]) => string | number) => sql.param(rows.map(of))
  const statement = sql`
    insert into indicator (organisation_id, id, source, area, name, code, definition, unit, unit_text, decimals, better,
      by_gender, position)
    select ${organisationId}, id, 'kolada', area, name, code, definition, unit, unit_text, decimals, 'none', by_gender,
      (select coalesce(max(position), -1) from indicator
       where organisation_id = ${organisationId} and source = 'kolada') + place
    from unnest(${column(row => indicatorIdOf(row.id))}::text[], ${column(row => row.area)}::text[],
      ${column(row => row.title)}::text[], ${column(row => row.id)}::text[], ${column(row => row.description)}::text[],
      ${column(row => row.unit)}::text[], ${column(row => row.unitText)}::text[], ${column(row => row.decimals)}::int[],
      ${column(row => String(row.byGender))}::text[]::boolean[]) with ordinality
      as given(id, area, name, code, definition, unit, unit_text, decimals, by_gender, place)
    on conflict (organisation_id, id) do update set
      area = excluded.area, name = excluded.name, retired_at = null,
      by_gender = indicator.by_gender or excluded.by_gender,
      definition = case when indicator.definition = '' then excluded.definition else indicator.definition end`
  await changeCatalogue(tx, author, statement)
}

/** Marks indicators that are asked for and that Kolada has no more; their figures stay. @returns how many are newly so */
function retire(tx: Tx, author: CatalogueAuthor, asked: readonly string[], { kpis }: FetchedKolada): Promise<number> {
  const there = new Set(kpis.map(({ id }) => id))
  const gone = asked.filter(id => !there.has(id)).map(indicatorIdOf)
  const statement = sql`
    update indicator set retired_at = now()
    where organisation_id = ${author.organisationId} and source = 'kolada' and retired_at is null
      and id = any(${sql.param(gone)}::text[])`
  return changeCatalogue(tx, author, statement)
}

export interface StoredKolada extends WrittenFigures {
  /** Indicators that Kolada has no more, or never had. */
  gone: string[]
}

/** Stores what was fetched, all of it or, with the caller's transaction, nothing. The caller holds {@link lockFigures}. */
export async function storeKolada(
  tx: Tx,
  { organisationId, importedBy, settings }: { organisationId: string; importedBy: string; settings: KoladaSettings },
  fetched: FetchedKolada,
): Promise<StoredKolada> {
  const author = { organisationId, changedBy: importedBy }
  await writeIndicators(tx, author, fetched)
  const retired = await retire(tx, author, settings.kpis, fetched)
  // The catalogue's words changed too: texts show "utgått mått".
  if (retired) await publish(tx, { type: 'data', organisationId })
  const sha256 = sha256Hex(JSON.stringify(fetched.figures))
  const { importId, written } = await writeObservations(
    tx,
    { organisationId, source: 'kolada', method: 'kolada', query: fetched.query, sha256, importedBy },
    fetched.figures,
  )
  const there = new Set(fetched.kpis.map(({ id }) => id))
  return { importId, written, gone: settings.kpis.filter(id => !there.has(id)) }
}
