import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import type { FigureSet } from '#editor/core/figure.ts'

/** Keeps beside each use which value the report was locked with. */
export async function freezeUses(tx: Tx, reportId: string, { figures }: FigureSet): Promise<void> {
  const frozen = Object.values(figures)
  if (frozen.length === 0) return
  await tx.execute(sql`
    update figure_use set frozen_observation = frozen.observation_id, frozen_value = frozen.value::numeric
    from unnest(
      ${sql.param(frozen.map(figure => figure.indicatorId))}::text[],
      ${sql.param(frozen.map(figure => figure.kind))}::text[],
      ${sql.param(frozen.map(figure => figure.period))}::text[],
      ${sql.param(frozen.map(figure => figure.gender))}::text[],
      ${sql.param(frozen.map(figure => figure.passport.observationId))}::bigint[],
      ${sql.param(frozen.map(figure => figure.value))}::text[]
    ) as frozen(indicator_id, kind, period, gender, observation_id, value)
    where figure_use.report_id = ${reportId} and figure_use.indicator_id = frozen.indicator_id
      and figure_use.kind = frozen.kind and figure_use.period = frozen.period and figure_use.gender = frozen.gender`)
}
