import { eq, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { dataImport } from '#db/schema/data-import.ts'
import type { Figure, FigureRef, Unit } from '#editor/core/figure.ts'
import { NotFoundError } from '../errors.ts'
import type { Actor } from '../policies/actor.ts'
import { requireCan } from '../policies/require.ts'
import { rowsOf } from './import/rows-of-import.ts'
import { type Layout, layoutSchema } from './layout/layout.ts'
import { type ImportRecord, importRecords } from './list-imports.ts'

/** What an import wrote of one figure. */
export interface ImportedValue extends FigureRef {
  area: string
  name: string
  unit: Unit
  unitText: string
  value: string | null
  status: string
  goal: Figure['goal'] | null
  denominator: string | null
  note: string | null
  /** What there was before it; null where there was nothing. */
  before: { value: string | null; status: string; goal: Figure['goal'] | null } | null
  /** It is the newest still. */
  counts: boolean
}

export interface ImportDetails extends ImportRecord {
  values: ImportedValue[]
  /** How its file was read; null for what came without one, and for imports from before this was kept. */
  layout: Layout | null
  /** Rows of its file were left out, and {@link readRejectedRows} has them. */
  hasRejected: boolean
}

/**
 * An import with the first of what it changed, in the order of the file.
 * @param limit of the values
 * @throws NotAllowedError
 * @throws NotFoundError
 */
export async function readImport(
  { db }: { db: Db },
  actor: Actor,
  importId: string,
  limit = 500,
): Promise<ImportDetails> {
  const { organisationId } = actor
  requireCan(actor, 'data.read', { organisationId })
  const [record] = await db.execute<ImportRecord & Record<string, unknown>>(
    importRecords(sql`id::text = ${importId} and organisation_id = ${organisationId}`),
  )
  if (!record) throw new NotFoundError(importId)
  const kept = await db.query.dataImport.findFirst({ columns: { layout: true }, where: eq(dataImport.id, record.id) })
  const layout = kept?.layout ? layoutSchema.parse(kept.layout) : null
  const values = await db.execute<ImportedValue & Record<string, unknown>>(sql`
    select own.indicator_id as "indicatorId", own.kind, own.period, own.gender, area, name, unit,
      unit_text as "unitText", own.value::text, own.status, own.goal, own.denominator::text, own.note,
      case when earlier.status <> 'withdrawn' then json_build_object('value', earlier.value::text,
        'status', earlier.status, 'goal', earlier.goal) end as before,
      not exists (
        select from observation as later where later.organisation_id = ${organisationId}
          and later.indicator_id = own.indicator_id and later.period = own.period and later.kind = own.kind
          and later.gender = own.gender and later.id > own.id
      ) as counts
    from (
      select * from (${rowsOf(record)}) as row order by id limit ${limit}
    ) as own
      join indicator on indicator.organisation_id = ${organisationId} and indicator.id = own.indicator_id
      left join lateral (
        select value, status, goal from observation
        where organisation_id = ${organisationId} and indicator_id = own.indicator_id and period = own.period
          and kind = own.kind and gender = own.gender and id < own.id order by id desc limit 1
      ) as earlier on true
    order by own.id`)
  return {
    ...record,
    values: values.map(value => ({ ...value })),
    layout,
    hasRejected: layout !== null && record.reason !== null,
  }
}
