import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import type { ColumnPlan } from '../layout/plan-columns.ts'
import type { ImportProblem } from './problem.ts'

/**
 * What a file says, as temporary tables of the transaction: comparing a million rows with what is stored is work for
 * the database, and takes no memory here. They are gone when the transaction ends.
 */
export async function createStaging(tx: Tx): Promise<void> {
  // A sort of a million rows in the 4 MB of a usual server goes by way of the disk.
  await tx.execute(sql`set local work_mem = '96MB'`)
  // Of temporary tables only the planner's rough idea is wanted.
  await tx.execute(sql`set local default_statistics_target = 10`)
  // What rows say of an indicator, once. Two rows may name one indicator in different words, and a word may come again
  // under another number.
  await tx.execute(sql`
    create temporary table staged_subject (
      subject integer not null, measure integer not null, indicator_id text not null, area text not null,
      name text not null, unit text not null, unit_text text not null, better text not null
    ) on commit drop`)
  // The `_cells` hold one text per value column of the measure; all of them empty are "". A row per value would take
  // three times as long to send.
  await tx.execute(sql`
    create temporary table staged_row (
      line integer not null, subject integer not null, gender text not null, value_cells text not null,
      numerator_cells text not null, denominator_cells text not null, state_cells text not null,
      period_cells text not null, note_cells text not null
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

const cells = (column: string) => sql.raw(`string_to_array(${column}, chr(31))`)

const GOALS = sql.raw(`('increase', 'decrease', 'keep', 'yes', 'no', 'national', 'reference')`)

/** Every value of the file as text, "" where there is none. Most files have one value in a row: nothing to take apart. */
const STAGED_CELLS = sql`
  select line, subject, gender, kinds[1] as kind, coalesce(nullif(period_cells, ''), periods[1]) as period,
    value_cells as value, numerator_cells as numerator, denominator_cells as denominator, state_cells as state,
    note_cells as note
  from staged_row join known_subject using (subject) join staged_measure using (measure)
  where cardinality(kinds) = 1 and state_cells <> 'none'
  union all
  select line, subject, gender, cell.kind, coalesce(nullif(row_period, ''), column_period),
    cell.value, cell.numerator, cell.denominator, coalesce(cell.state, ''), cell.note
  from staged_row join known_subject using (subject) join staged_measure using (measure)
    cross join lateral unnest(
      ${cells('value_cells')}, ${cells('numerator_cells')}, ${cells('denominator_cells')}, ${cells('state_cells')},
      ${cells('period_cells')}, ${cells('note_cells')}, kinds, periods
    ) as cell(value, numerator, denominator, state, row_period, note, kind, column_period)
  where cardinality(kinds) > 1 and cell.state is distinct from 'none'`

/**
 * Makes `staged_value`: every value of the file beside the newest stored one. An equal number with other zeros ("60"
 * for "60.0") is the same, and a withdrawn one is none. `known_subject` has one number, `same_as`, for each indicator.
 */
export async function compareStaged(tx: Tx, organisationId: string): Promise<void> {
  await tx.execute(sql`
    create temporary table known_subject on commit drop as
    select staged_subject.*, min(subject) over (partition by indicator_id) as same_as, known.id is not null as is_known
    from staged_subject
      left join indicator as known on known.organisation_id = ${organisationId} and known.id = staged_subject.indicator_id`)
  await tx.execute(sql`analyze staged_row, staged_measure, known_subject`)
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
      select line, subject, kind, period, gender, nullif(value, '')::numeric as value,
        nullif(numerator, '')::numeric as numerator, nullif(denominator, '')::numeric as denominator,
        case when state in ('suppressed', 'preliminary') then state
          when state in ${GOALS} or nullif(value, '') is not null then 'final' else 'missing' end as status,
        case when state in ${GOALS} then state end as goal, nullif(note, '') as note
      from (${STAGED_CELLS}) as cell
    ) as staged
      join known_subject using (subject)
      left join lateral (
      select id, value, numerator, denominator, status, goal, note from observation
      -- What has never been seen has no values, and is not looked up.
      where is_known and organisation_id = ${organisationId} and indicator_id = known_subject.indicator_id
        and period = staged.period and kind = staged.kind and gender = staged.gender
      order by id desc nulls last limit 1
    ) as newest on true`)
  await tx.execute(sql`analyze staged_value`)
}

/** The values that stand more than once. Numbers are counted first: comparing a million texts takes five times as long. */
const REPEATED_VALUES = sql`
  with hashed as materialized (
    select line, same_as, kind, period, gender,
      hash_record_extended(row(same_as, kind, period, gender), 0) as hash
    from staged_value join known_subject using (subject)
  ), suspect as materialized (
    select hashed.* from hashed join (select hash from hashed group by 1 having count(*) > 1) as twice using (hash)
  ), repeated as materialized (
    select same_as, kind, period, gender, min(line) as first, array_agg(line) as lines from suspect
    group by 1, 2, 3, 4 having count(*) > 1
  )`

/**
 * Rows that say something that an earlier row says already; `value` is the line of the first.
 * @param listed at most so many; `count` is of all
 */
export async function findDuplicates(tx: Tx, listed: number): Promise<{ errors: ImportProblem[]; count: number }> {
  const rows = await tx.execute<{ line: number; first: number; count: number }>(sql`
    ${REPEATED_VALUES}
    select line, min(first) as first, (count(*) over ())::int as count
    from repeated cross join unnest(lines) as line
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
      ${REPEATED_VALUES}
      select unnest(lines) from repeated where exists (select from unnest(lines) as line where line > first))`)
  await tx.execute(sql`
    delete from staged_row where not exists (
      select from staged_value where staged_value.line = staged_row.line and staged_value.subject = staged_row.subject)`)
}
