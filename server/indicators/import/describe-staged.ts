import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import type { ImportPreview, PreviewChange, PreviewIndicator } from './import-preview.ts'
import { MAX_LISTED } from './problem.ts'

type Counts = Pick<ImportPreview, 'newCount' | 'changedCount' | 'unchangedCount' | 'missingCount'>
type Listed = PreviewIndicator & { count: number }
type Indicators = Pick<
  ImportPreview,
  'newIndicators' | 'newIndicatorCount' | 'absentIndicators' | 'absentIndicatorCount'
>

export async function countStaged(tx: Tx): Promise<Counts> {
  const [counts] = await tx.execute<Counts & Record<string, unknown>>(sql`
    select (count(*) filter (where state = 'new'))::int as "newCount",
      (count(*) filter (where state = 'changed'))::int as "changedCount",
      (count(*) filter (where state = 'same'))::int as "unchangedCount",
      (count(*) filter (where value is null))::int as "missingCount"
    from staged_value`)
  if (!counts) throw new Error('count returned no row')
  return counts
}

/** The first 200 differences in the order of the file. */
export async function listDifferences(tx: Tx, which: 'new' | 'changed'): Promise<PreviewChange[]> {
  const rows = await tx.execute<PreviewChange & Record<string, unknown>>(sql`
    select indicator_id as "indicatorId", area, name, unit, unit_text as "unitText", kind, period,
      staged.gender, staged.line,
      old_value::text as old, value::text as new,
      old_denominator::text as "oldDenominator", denominator::text as "newDenominator",
      old_status as "oldStatus", status as "newStatus", old_goal as "oldGoal", goal as "newGoal",
      old_note as "oldNote", note as "newNote"
    from (select * from staged_value where state = ${which} order by line limit ${MAX_LISTED}) as staged
      join known_subject using (subject)
    order by staged.line, measure, period desc, kind`)
  return rows.map(row => ({ ...row }))
}

async function listIndicators(tx: Tx, select: SQL): Promise<{ listed: PreviewIndicator[]; count: number }> {
  const rows = await tx.execute<Listed & Record<string, unknown>>(
    sql`select id, area, name, (count(*) over ())::int as count from (${select}) as row order by position limit ${MAX_LISTED}`,
  )
  return { listed: rows.map(({ id, area, name }) => ({ id, area, name })), count: rows[0]?.count ?? 0 }
}

export async function compareIndicators(tx: Tx, organisationId: string, sourceId: string): Promise<Indicators> {
  const added = await listIndicators(
    tx,
    sql`select indicator_id as id, area, name, min(line) as position
        from (select subject, min(line) as line from staged_row group by 1) as first join known_subject using (subject)
        where not is_known group by 1, 2, 3`,
  )
  const absent = await listIndicators(
    tx,
    sql`select id, area, name, position from indicator
        where organisation_id = ${organisationId} and source = ${sourceId}
          and not exists (select from known_subject where indicator_id = id)`,
  )
  return {
    newIndicators: added.listed,
    newIndicatorCount: added.count,
    absentIndicators: absent.listed,
    absentIndicatorCount: absent.count,
  }
}
