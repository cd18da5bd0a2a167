import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import type { ColumnPlan } from './columns.ts'
import type { InterpretedRow } from './interpret-row.ts'
import { type ImportProblem, MAX_LISTED } from './problem.ts'

/**
 * What a file says, as temporary tables of the transaction: comparing a million rows with what is stored is work for
 * the database, and takes no memory here. They are gone when the transaction ends.
 */
export async function createStaging(tx: Tx): Promise<void> {
  // `value_cells` and `denominator_cells` hold one decimal per column of the measure, joined by "|"; empty is missing.
  // A row per value would take three times as long to send.
  await tx.execute(sql`
    create temporary table staged_indicator (
      line integer not null, measure integer not null, indicator_id text not null, area text not null,
      name text not null, value_cells text not null, denominator_cells text not null
    ) on commit drop`)
  await tx.execute(sql`
    create temporary table staged_measure (measure integer, kinds text[], periods text[]) on commit drop`)
}

export async function stageColumns(tx: Tx, { values }: ColumnPlan): Promise<void> {
  await tx.execute(sql`
    insert into staged_measure
    select measure, array_agg(kind order by position), array_agg(period order by position) from unnest(
      ${sql.param(values.map(column => column.measure))}::int[],
      ${sql.param(values.map(column => column.kind))}::text[],
      ${sql.param(values.map(column => column.period))}::text[])
      with ordinality as plan(measure, kind, period, position)
    group by measure`)
}

const joinCells = (cells: (string | null)[]): string => cells.map(cell => cell ?? '').join('|')

export async function stageRows(tx: Tx, rows: InterpretedRow[]): Promise<void> {
  const indicators = rows.flatMap(row => row.indicators.map(indicator => ({ line: row.line, ...indicator })))
  if (indicators.length === 0) return
  await tx.execute(sql`
    insert into staged_indicator select * from unnest(
      ${sql.param(indicators.map(row => row.line))}::int[],
      ${sql.param(indicators.map(row => row.measure))}::int[],
      ${sql.param(indicators.map(row => row.id))}::text[],
      ${sql.param(indicators.map(row => row.area))}::text[],
      ${sql.param(indicators.map(row => row.name))}::text[],
      ${sql.param(indicators.map(row => joinCells(row.values)))}::text[],
      ${sql.param(indicators.map(row => joinCells(row.denominators)))}::text[])`)
}

/** Rows that name the same indicator as an earlier row; `value` is the line of the first. */
export async function findDuplicates(tx: Tx): Promise<{ errors: ImportProblem[]; count: number }> {
  const rows = await tx.execute<{ line: number; first: number; count: number }>(sql`
    select line, min(first) as first, (count(*) over ())::int as count
    from (select line, min(line) over (partition by indicator_id) as first from staged_indicator) as row
    where line > first group by line order by line limit ${MAX_LISTED}`)
  return {
    errors: rows.map(row => ({ line: row.line, column: '', code: 'duplicate-row', value: String(row.first) })),
    count: rows[0]?.count ?? 0,
  }
}

/**
 * Makes `staged_value`: every value of the file beside the newest stored one. An equal number with other zeros ("60"
 * for "60.0") is the same.
 */
export async function compareStaged(tx: Tx, organisationId: string): Promise<void> {
  await tx.execute(sql`analyze staged_indicator, staged_measure`)
  await tx.execute(sql`
    create temporary table staged_value on commit drop as
    select staged.*, newest.value as old_value, newest.denominator as old_denominator,
      case when newest.id is null then 'new'
        when (newest.value, newest.denominator) is distinct from (staged.value, staged.denominator) then 'changed'
        else 'same' end as state
    from (
      select line, indicator_id, kind, period,
        nullif(value, '')::numeric as value, nullif(denominator, '')::numeric as denominator
      from staged_indicator join staged_measure using (measure)
        cross join lateral unnest(
          string_to_array(value_cells, '|'), string_to_array(denominator_cells, '|'), kinds, periods
        ) as cell(value, denominator, kind, period)
    ) as staged left join lateral (
      select id, value, denominator from observation
      where organisation_id = ${organisationId} and indicator_id = staged.indicator_id and period = staged.period
        and kind = staged.kind and gender = 'T'
      order by id desc nulls last limit 1
    ) as newest on true`)
}
