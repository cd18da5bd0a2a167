import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import type { ColumnPlan } from '../layout/plan-columns.ts'
import type { InterpretedRow, RowIndicator, RowValue } from './interpret-row.ts'
import type { ImportProblem } from './problem.ts'

/** Between cells, fields and rows. No text of a file has them: control characters are refused, or taken for spaces. */
const CELL = '\u001f'
const FIELD = '\u001e'
const ROW = '\u001d'

/**
 * What a file says, as temporary tables of the transaction: comparing a million rows with what is stored is work for
 * the database, and takes no memory here. They are gone when the transaction ends.
 */
export async function createStaging(tx: Tx): Promise<void> {
  // A sort of a million rows in the 4 MB of a usual server goes by way of the disk.
  await tx.execute(sql`set local work_mem = '96MB'`)
  // The `_cells` hold one text per value column of the measure; all of them empty are "". A row per value would take
  // three times as long to send.
  await tx.execute(sql`
    create temporary table staged_indicator (
      line integer not null, measure integer not null, indicator_id text not null, area text not null,
      name text not null, unit text not null, unit_text text not null, better text not null, gender text not null,
      value_cells text not null, numerator_cells text not null, denominator_cells text not null,
      state_cells text not null, period_cells text not null, note_cells text not null
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
      ${sql.param(values.map(column => column.at))}::text[])
      with ordinality as plan(measure, kind, period, position)
    group by measure`)
}

/** What is known of a value beside its number: its status, or the goal that stands in its place. */
function stateOf(value: RowValue | null, { preliminary }: RowIndicator): string {
  if (value === null) return 'none'
  if (value.goal) return value.goal
  if (value.suppressed) return 'suppressed'
  return value.value !== null && preliminary ? 'preliminary' : ''
}

/** One value of nearly every row: with one there is nothing to join. */
function join(values: (RowValue | null)[], textOf: (value: RowValue | null) => string): string {
  if (values.length === 1) return textOf(values[0] ?? null)
  const cells = values.map(textOf)
  return cells.every(cell => cell === '') ? '' : cells.join(CELL)
}

const fieldsOf = (line: number, row: RowIndicator): string =>
  [
    line,
    row.measure,
    row.id,
    row.area,
    row.name,
    row.unit,
    row.unitText,
    row.better,
    row.gender,
    join(row.values, value => value?.value ?? ''),
    join(row.values, value => value?.numerator ?? ''),
    join(row.values, value => value?.denominator ?? ''),
    join(row.values, value => stateOf(value, row)),
    join(row.values, value => value?.period ?? ''),
    join(row.values, value => value?.note ?? row.note ?? ''),
  ].join(FIELD)

/**
 * As one text, which the database takes apart: arrays of texts, each escaped, take five times as long to send, and the
 * driver never tells of a COPY that fails.
 */
export async function stageRows(tx: Tx, rows: InterpretedRow[]): Promise<void> {
  const staged = rows.flatMap(row => row.indicators.map(indicator => fieldsOf(row.line, indicator)))
  if (staged.length === 0) return
  await tx.execute(sql`
    insert into staged_indicator
    select f[1]::int, f[2]::int, f[3], f[4], f[5], f[6], f[7], f[8], f[9], f[10], f[11], f[12], f[13], f[14], f[15]
    from (
      select string_to_array(row, chr(30)) as f from unnest(string_to_array(${staged.join(ROW)}, chr(29))) as row
      -- Without it the row would be taken apart once for each of its fields.
      offset 0
    ) as split`)
}

const cells = (column: string) => sql.raw(`string_to_array(${column}, chr(31))`)

/** A cell of a packed row; "" is none. */
const GOALS = sql.raw(`('increase', 'decrease', 'keep', 'yes', 'no', 'national', 'reference')`)

/**
 * Makes `staged_value`: every value of the file beside the newest stored one. An equal number with other zeros ("60"
 * for "60.0") is the same, and a withdrawn one is none.
 */
export async function compareStaged(tx: Tx, organisationId: string): Promise<void> {
  await tx.execute(sql`analyze staged_indicator, staged_measure`)
  await tx.execute(sql`
    create temporary table staged_value on commit drop as
    select staged.*, newest.value as old_value, newest.numerator as old_numerator,
      newest.denominator as old_denominator, newest.status as old_status, newest.goal as old_goal,
      newest.note as old_note,
      case when newest.id is null or newest.status = 'withdrawn' then 'new'
        when (newest.value, newest.numerator, newest.denominator, newest.status, newest.goal, newest.note)
          is distinct from (staged.value, staged.numerator, staged.denominator, staged.status, staged.goal, staged.note)
        then 'changed' else 'same' end as state
    from (
      select line, measure, indicator_id, kind, coalesce(nullif(row_period, ''), column_period) as period, gender,
        nullif(value, '')::numeric as value, nullif(numerator, '')::numeric as numerator,
        nullif(denominator, '')::numeric as denominator,
        case when state in ('suppressed', 'preliminary') then state
          when state in ${GOALS} or nullif(value, '') is not null then 'final' else 'missing' end as status,
        case when state in ${GOALS} then state end as goal, nullif(note, '') as note
      from staged_indicator join staged_measure using (measure)
        cross join lateral unnest(
          ${cells('value_cells')}, ${cells('numerator_cells')}, ${cells('denominator_cells')}, ${cells('state_cells')},
          ${cells('period_cells')}, ${cells('note_cells')}, kinds, periods
        ) as cell(value, numerator, denominator, state, row_period, note, kind, column_period)
      where state is distinct from 'none'
    ) as staged
      left join indicator as known on known.organisation_id = ${organisationId} and known.id = staged.indicator_id
      left join lateral (
      select id, value, numerator, denominator, status, goal, note from observation
      -- What has never been seen has no values, and is not looked up.
      where known.id is not null and organisation_id = ${organisationId} and indicator_id = staged.indicator_id and period = staged.period
        and kind = staged.kind and gender = staged.gender
      order by id desc nulls last limit 1
    ) as newest on true`)
  await tx.execute(sql`analyze staged_value`)
}

/** Rows that say something that an earlier row says already; `value` is the line of the first. */
export async function findDuplicates(tx: Tx, listed: number): Promise<{ errors: ImportProblem[]; count: number }> {
  const rows = await tx.execute<{ line: number; first: number; count: number }>(sql`
    with repeated as materialized (
      select indicator_id, kind, period, gender, min(line) as first from staged_value
      group by 1, 2, 3, 4 having count(*) > 1
    )
    select line, min(first) as first, (count(*) over ())::int as count
    from staged_value join repeated using (indicator_id, kind, period, gender)
    where line > first group by line order by line limit ${listed}`)
  return {
    errors: rows.map(row => ({ line: row.line, column: '', code: 'duplicate-row', value: String(row.first) })),
    count: rows[0]?.count ?? 0,
  }
}

/**
 * Takes every row that repeats another out of what is imported, the first of them too: nobody has said which of them
 * is right.
 */
export async function dropDuplicates(tx: Tx): Promise<void> {
  await tx.execute(sql`
    delete from staged_value where line in (
      select unnest(array_agg(line)) from staged_value group by indicator_id, kind, period, gender
      having count(distinct line) > 1)`)
  await tx.execute(sql`
    delete from staged_indicator where not exists (
      select from staged_value where staged_value.line = staged_indicator.line
        and staged_value.indicator_id = staged_indicator.indicator_id)`)
}
