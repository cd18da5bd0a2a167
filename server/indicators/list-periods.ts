import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import type { FigureKind, FigureRef } from '#editor/core/figure.ts'
import { comparePeriods } from '#editor/core/period.ts'
import type { Actor } from '../policies/actor.ts'
import { requireCan } from '../policies/require.ts'

/** What there are figures of, for one indicator. */
export interface IndicatorPeriods {
  /** Newest first. */
  periods: string[]
  kinds: FigureKind[]
  genders: FigureRef['gender'][]
}

/** @throws NotAllowedError */
export async function listPeriods({ db }: { db: Db }, actor: Actor, indicatorId: string): Promise<IndicatorPeriods> {
  const { organisationId } = actor
  requireCan(actor, 'data.read', { organisationId })
  const rows = await db.execute<Pick<FigureRef, 'period' | 'kind' | 'gender'> & Record<string, unknown>>(sql`
    select period, kind, gender from (
      select distinct on (period, kind, gender) period, kind, gender, status from observation
      where organisation_id = ${organisationId} and indicator_id = ${indicatorId}
      order by period, kind, gender, id desc nulls last
    ) as newest where status <> 'withdrawn'`)
  const each = <T>(values: T[]): T[] => [...new Set(values)]
  return {
    periods: each(rows.map(row => row.period)).sort((one, other) => comparePeriods(other, one)),
    kinds: each(rows.map(row => row.kind)),
    genders: each(rows.map(row => row.gender)),
  }
}
