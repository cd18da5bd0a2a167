import { sql } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.ts'
import {
  EMPTY_FIGURES,
  type Figure,
  type FigureRef,
  type FigureSet,
  figureKey,
  type Indicator,
  type Passport,
} from '#editor/core/figure.ts'

type ImportFacts = Omit<Passport, 'observationId' | 'importId'>
/** Indicator, kind, period, gender, value, numerator, denominator, observation, import. */
type FigureTuple = [
  string,
  Figure['kind'],
  string,
  Figure['gender'],
  string | null,
  string | null,
  string | null,
  number,
  string,
]

interface Answer extends Record<string, unknown> {
  indicators: Record<string, Indicator> | null
  imports: Record<string, ImportFacts> | null
  figures: FigureTuple[] | null
}

/**
 * The newest observation of every ref with its passport, and the indicators they are about, in one query however many
 * refs there are. A ref without any observation is not in the answer; one whose value is missing is, with null.
 */
export async function readFigures(
  { db }: { db: Db | Tx },
  organisationId: string,
  refs: FigureRef[],
): Promise<FigureSet> {
  const wanted = [...new Map(refs.map(ref => [figureKey(ref), ref])).values()]
  if (wanted.length === 0) return EMPTY_FIGURES
  // One row of JSON: a passport is sent once per import, not once per figure.
  const [answer] = await db.execute<Answer>(sql`
    with ref as materialized (
      select * from unnest(
        ${sql.param(wanted.map(ref => ref.indicatorId))}::text[],
        ${sql.param(wanted.map(ref => ref.kind))}::text[],
        ${sql.param(wanted.map(ref => ref.period))}::text[],
        ${sql.param(wanted.map(ref => ref.gender))}::text[]) as ref(indicator_id, kind, period, gender)
    ), newest as materialized (
      select ref.*, observation.id, value::text, numerator::text, denominator::text, import_id
      from ref cross join lateral (
        select id, value, numerator, denominator, import_id from observation
        where organisation_id = ${organisationId} and indicator_id = ref.indicator_id and period = ref.period
          and kind = ref.kind and gender = ref.gender
        order by id desc nulls last limit 1
      ) as observation
    )
    select
      (select json_object_agg(id, json_build_object('id', id, 'source', source, 'area', area, 'name', name,
          'unit', unit, 'decimals', decimals, 'better', better))
        from indicator where organisation_id = ${organisationId} and id in (select indicator_id from ref)) as indicators,
      (select json_object_agg(data_import.id, json_build_object('source', source, 'fileName', file_name,
          'fileSha256', file_sha256, 'importedBy', app_user.name,
          'importedAt', to_char(imported_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
        from data_import join app_user on app_user.id = imported_by
        where data_import.id in (select import_id from newest)) as imports,
      (select json_agg(json_build_array(indicator_id, kind, period, gender, value, numerator, denominator, id, import_id))
        from newest) as figures`)
  const figures: Record<string, Figure> = {}
  for (const [
    indicatorId,
    kind,
    period,
    gender,
    value,
    numerator,
    denominator,
    observationId,
    importId,
  ] of answer?.figures ?? []) {
    const facts = answer?.imports?.[importId]
    if (!facts) continue
    const ref = { indicatorId, kind, period, gender }
    figures[figureKey(ref)] = { ...ref, value, numerator, denominator, passport: { observationId, importId, ...facts } }
  }
  return { indicators: answer?.indicators ?? {}, figures }
}
