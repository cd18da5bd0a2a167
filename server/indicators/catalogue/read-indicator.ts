import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import type { FigureKind, FigureRef, FigureSet, Indicator } from '#editor/core/figure.ts'
import { comparePeriods } from '#editor/core/period.ts'
import { NotFoundError } from '../../errors.ts'
import type { Actor, Role } from '../../policies/actor.ts'
import { can } from '../../policies/can.ts'
import { requireCan } from '../../policies/require.ts'
import { INDICATOR_JSON, readFigures } from '../read-figures.ts'

export type Rhythm = 'year' | 'half-year' | 'quarter' | 'month' | 'irregular'

export interface CatalogueEntry {
  indicator: Indicator
  ownerRole: Role | null
  rhythm: Rhythm
  /** What there are figures of: one row per kind and gender, one column per period, newest first. */
  rows: { kind: FigureKind; gender: FigureRef['gender'] }[]
  periods: string[]
  /** As they were known at the instant that was asked for. */
  data: FigureSet
  /** May change the entry and correct its figures. */
  mayChange: boolean
}

const KINDS: FigureKind[] = ['result', 'target', 'national', 'comparison', 'budget', 'forecast']
const GENDERS: FigureRef['gender'][] = ['T', 'K', 'M']

/**
 * One indicator of the catalogue with all its figures.
 * @param asOf what was known at that instant; without it, now
 * @throws NotAllowedError, NotFoundError
 */
export async function readIndicator(
  { db }: { db: Db },
  actor: Actor,
  indicatorId: string,
  { asOf }: { asOf?: Date } = {},
): Promise<CatalogueEntry> {
  const { organisationId } = actor
  requireCan(actor, 'data.read', { organisationId })
  const here = sql`organisation_id = ${organisationId} and id = ${indicatorId}`
  const [entry] = await db.execute<
    Pick<CatalogueEntry, 'indicator' | 'ownerRole' | 'rhythm'> & Record<string, unknown>
  >(sql`select ${INDICATOR_JSON} as indicator, owner_role as "ownerRole", rhythm from indicator where ${here}`)
  if (!entry) throw new NotFoundError('indicator')
  const refs = await db.execute<Pick<FigureRef, 'kind' | 'gender' | 'period'> & Record<string, unknown>>(sql`
    select distinct kind, gender, period from observation
    where organisation_id = ${organisationId} and indicator_id = ${indicatorId}`)
  const data = await readFigures(
    { db },
    organisationId,
    refs.map(({ kind, gender, period }) => ({ indicatorId, kind, gender, period })),
    asOf && { asOf },
  )
  const known = Object.values(data.figures)
  return {
    ...entry,
    rows: KINDS.flatMap(kind => GENDERS.map(gender => ({ kind, gender }))).filter(row =>
      known.some(({ kind, gender }) => kind === row.kind && gender === row.gender),
    ),
    periods: [...new Set(known.map(({ period }) => period))].sort((one, other) => comparePeriods(other, one)),
    data,
    mayChange: can(actor, 'data.import', { organisationId }),
  }
}
