import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import type { Figure, FigureRef } from '#editor/core/figure.ts'
import { publish } from '../../events.ts'

/** A figure as another system gives it. */
export interface GivenFigure extends FigureRef {
  /** Decimal with point; null is a missing or suppressed value, never 0. */
  value: string | null
  numerator: string | null
  denominator: string | null
  status: 'final' | 'missing' | NonNullable<Figure['status']>
  /** A target in words, in the place of its value. */
  goal?: Figure['goal'] | null
  /** Footnote of the value. */
  note: string | null
  /** Written only where it takes the place of a value: that something was removed says nothing where it never was. */
  onlyReplaces?: boolean
}

/** What the figures' passports say of where they came from. */
export interface GivenOrigin {
  organisationId: string
  source: string
  method: 'api' | 'kolada'
  /** What was asked for, or where it was sent. */
  query: string
  /** SHA-256 of what came, lower-case hex. */
  sha256: string
  /** Id of the user who answers for it. */
  importedBy: string
}

export interface WrittenFigures {
  /** Null where every value was there already. */
  importId: string | null
  /** Observations appended. */
  written: number
}

/** One array per column, in the order of the figures. All go as text: the client knows no arrays of numerics. */
const columns = (figures: readonly GivenFigure[]) => sql`unnest(
  ${sql.param(figures.map(figure => figure.indicatorId))}::text[],
  ${sql.param(figures.map(figure => figure.kind))}::text[],
  ${sql.param(figures.map(figure => figure.period))}::text[],
  ${sql.param(figures.map(figure => figure.gender))}::text[],
  ${sql.param(figures.map(figure => figure.value))}::text[]::numeric[],
  ${sql.param(figures.map(figure => figure.numerator))}::text[]::numeric[],
  ${sql.param(figures.map(figure => figure.denominator))}::text[]::numeric[],
  ${sql.param(figures.map(figure => figure.status))}::text[],
  ${sql.param(figures.map(figure => figure.goal ?? null))}::text[],
  ${sql.param(figures.map(figure => figure.note))}::text[],
  ${sql.param(figures.map(figure => String(figure.onlyReplaces ?? false)))}::text[]::boolean[]
) with ordinality as given(
  indicator_id, kind, period, gender, value, numerator, denominator, status, goal, note, only_replaces, position)`

/**
 * Appends an observation for every figure that is new or says something else than the newest one, as one import, and
 * tells open editors. What is as it was is not written again, and an import of nothing but that leaves no trace.
 * The caller holds {@link lockFigures}, knows that the indicators exist and gives no figure twice.
 */
export async function writeObservations(
  tx: Tx,
  { organisationId, source, method, query, sha256, importedBy }: GivenOrigin,
  figures: readonly GivenFigure[],
): Promise<WrittenFigures> {
  if (figures.length === 0) return { importId: null, written: 0 }
  const [result] = await tx.execute<WrittenFigures & Record<string, unknown>>(sql`
    with moved as materialized (
      select given.* from ${columns(figures)} left join lateral (
        select id, value, numerator, denominator, status, goal, note from observation
        where organisation_id = ${organisationId} and indicator_id = given.indicator_id and period = given.period
          and kind = given.kind and gender = given.gender
        order by id desc nulls last limit 1
      ) as newest on true
      where (newest.id is null or (newest.value, newest.numerator, newest.denominator, newest.status, newest.goal,
          newest.note) is distinct from (given.value, given.numerator, given.denominator, given.status, given.goal, given.note))
        and (not only_replaces or newest.value is not null)
    ), import as (
      insert into data_import (organisation_id, source, method, file_sha256, query, imported_by)
      select ${organisationId}, ${source}, ${method}, ${sha256}, ${query}, ${importedBy}::uuid
      where exists (select from moved) returning id
    ), written as (
      insert into observation (organisation_id, indicator_id, kind, period, gender, value, numerator, denominator,
        status, goal, note, import_id)
      select ${organisationId}, indicator_id, kind, period, gender, value, numerator, denominator, status, goal, note,
        import.id
      from moved cross join import order by position returning id
    )
    select (select id from import) as "importId", (select count(*)::int from written) as written`)
  if (!result) throw new Error('the insert answered nothing')
  const { importId, written } = result
  if (importId) await publish(tx, { type: 'data', organisationId, importId })
  return { importId, written }
}
