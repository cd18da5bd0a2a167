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

/** What the database says of a figure beside its ref; `null` stands for what a figure need not say. */
interface StoredFigure extends FigureRef {
  value: string | null
  numerator: string | null
  denominator: string | null
  status: Figure['status'] | null
  goal: Figure['goal'] | null
  note: string | null
  observationId: number
  importId: string
}

/** A {@link StoredFigure} as it is sent: without the names. */
type FigureTuple = [
  string,
  Figure['kind'],
  string,
  Figure['gender'],
  string | null,
  string | null,
  string | null,
  StoredFigure['status'],
  StoredFigure['goal'],
  string | null,
  number,
  string,
]

const readTuple = ([
  indicatorId,
  kind,
  period,
  gender,
  value,
  numerator,
  denominator,
  status,
  goal,
  note,
  observationId,
  importId,
]: FigureTuple): StoredFigure => ({
  indicatorId,
  kind,
  period,
  gender,
  value,
  numerator,
  denominator,
  status,
  goal,
  note,
  observationId,
  importId,
})

interface Answer extends Record<string, unknown> {
  imports: Record<string, ImportFacts> | null
  figures: FigureTuple[] | null
}

/** Indicators as {@link Indicator}: what has its default is left out. */
export const INDICATOR_JSON = sql`json_strip_nulls(json_build_object('id', id, 'source', source, 'area', area, 'name', name,
  'unit', unit, 'unitText', nullif(unit_text, ''), 'decimals', decimals, 'better', better, 'code', code,
  'definition', nullif(definition, ''), 'byGender', nullif(by_gender, false), 'smallNumber', small_number,
  'doesNotSum', nullif(does_not_sum, false), 'breaks', nullif(breaks, '[]'),
  'retired', to_char(retired_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD')))`

async function readIndicators(db: Db | Tx, organisationId: string, ids: string[]): Promise<Record<string, Indicator>> {
  const [answer] = await db.execute<{ indicators: Record<string, Indicator> | null }>(sql`
    select json_object_agg(id, ${INDICATOR_JSON}) as indicators from indicator
    where organisation_id = ${organisationId} and id = any(${sql.param(ids)}::text[])`)
  return answer?.indicators ?? {}
}

/** One row of JSON: a passport is sent once per import, not once per figure. */
async function readNewest(
  db: Db | Tx,
  organisationId: string,
  wanted: FigureRef[],
  asOf: Date | undefined,
): Promise<Answer | undefined> {
  const known = asOf ? sql`and recorded_at <= ${asOf.toISOString()}::timestamptz` : sql``
  const [answer] = await db.execute<Answer>(sql`
    with ref as materialized (
      select * from unnest(
        ${sql.param(wanted.map(ref => ref.indicatorId))}::text[],
        ${sql.param(wanted.map(ref => ref.kind))}::text[],
        ${sql.param(wanted.map(ref => ref.period))}::text[],
        ${sql.param(wanted.map(ref => ref.gender))}::text[]) as ref(indicator_id, kind, period, gender)
    ), newest as materialized (
      select ref.*, observation.*
      from ref cross join lateral (
        select id, value, numerator, denominator, status, goal, note, import_id from observation
        where organisation_id = ${organisationId} and indicator_id = ref.indicator_id and period = ref.period
          and kind = ref.kind and gender = ref.gender ${known}
        order by id desc nulls last limit 1
      ) as observation
      where status <> 'withdrawn'
    )
    select
      (select json_object_agg(data_import.id, json_strip_nulls(json_build_object('source', source, 'sourceName', data_source.name,
          'method', nullif(method, 'file'), 'query', query, 'fileSha256', file_sha256, 'importedBy', app_user.name,
          'importedAt', to_char(imported_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))::jsonb
          || jsonb_build_object('fileName', file_name))
        from data_import join app_user on app_user.id = imported_by
          left join data_source on data_source.organisation_id = data_import.organisation_id and data_source.id = source
        where data_import.id in (select import_id from newest)) as imports,
      (select json_agg(json_build_array(indicator_id, kind, period, gender, value::text, numerator::text,
          denominator::text, nullif(nullif(status, 'final'), 'missing'), goal, note, id, import_id)) from newest) as figures`)
  return answer
}

/**
 * The newest observation of every ref with its passport, all as they were at one moment, and the indicators they are
 * about. A ref without any observation is not in the answer; one whose value is missing is, with null.
 * @param asOf what was known at that instant; without it, now
 */
export async function readFigures(
  { db }: { db: Db | Tx },
  organisationId: string,
  refs: FigureRef[],
  { asOf }: { asOf?: Date } = {},
): Promise<FigureSet> {
  const wanted = [...new Map(refs.map(ref => [figureKey(ref), ref])).values()]
  if (wanted.length === 0) return EMPTY_FIGURES
  // Beside each other: a report of a large organisation has hundreds of indicators, and as much to say of them.
  const [answer, indicators] = await Promise.all([
    readNewest(db, organisationId, wanted, asOf),
    readIndicators(db, organisationId, [...new Set(wanted.map(ref => ref.indicatorId))]),
  ])
  const figures: Record<string, Figure> = {}
  for (const { observationId, importId, status, goal, note, ...stored } of (answer?.figures ?? []).map(readTuple)) {
    const facts = answer?.imports?.[importId]
    if (!facts) continue
    figures[figureKey(stored)] = {
      ...stored,
      ...(status && { status }),
      ...(goal && { goal }),
      ...(note && { note }),
      passport: { observationId, importId, ...facts },
    }
  }
  return { indicators, figures }
}
