import { and, eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { indicator } from '#db/schema/indicator.ts'
import type { Actor } from '../../policies/actor.ts'
import { requireCan } from '../../policies/require.ts'
import type { KoladaState } from './settings.ts'

export interface ChosenKpi {
  id: string
  /** Of the indicator that it became; null where Kolada has never told of it. */
  indicatorId: string | null
  name: string | null
  /** `missing`: Kolada was asked and knows no such one. */
  state: 'here' | 'retired' | 'missing' | 'unknown'
}

/** The indicators that the settings ask for, in their order. @throws NotAllowedError */
export async function listKpis({ db }: { db: Db }, actor: Actor, state: KoladaState): Promise<ChosenKpi[]> {
  const { organisationId } = actor
  requireCan(actor, 'data.read', { organisationId })
  const rows = await db
    .select({ id: indicator.id, code: indicator.code, name: indicator.name, retiredAt: indicator.retiredAt })
    .from(indicator)
    .where(and(eq(indicator.organisationId, organisationId), eq(indicator.source, 'kolada')))
  const byCode = new Map(rows.map(row => [row.code, row]))
  return state.settings.kpis.map(id => {
    const found = byCode.get(id)
    if (!found) return { id, indicatorId: null, name: null, state: state.lastSuccessAt ? 'missing' : 'unknown' }
    return { id, indicatorId: found.id, name: found.name, state: found.retiredAt ? 'retired' : 'here' }
  })
}
