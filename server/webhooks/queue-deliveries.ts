import { sql } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.ts'

/** Figures named in one delivery; of more, the number is told. */
export const MAX_NAMED = 1000

/**
 * Writes down, in the transaction of the change itself, that each webhook of the organisation is to be told which figures
 * an import or its undoing gave another value. Where nobody listens, or nothing moved, nothing is written.
 */
export async function queueDeliveries(db: Db | Tx, organisationId: string, importId: string): Promise<void> {
  const [listener] = await db.execute(sql`
    select 1 from webhook where organisation_id = ${organisationId} and revoked_at is null limit 1`)
  if (!listener) return
  await db.execute(sql`
    with moved as materialized (
      select distinct indicator_id, kind, period, gender from observation
      where import_id = ${importId} and restored_by is null or restored_by = ${importId}
    ), body as (
      select json_build_object('type', 'figures.changed',
        'at', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'importId', ${importId}::text,
        'figures', (select json_agg(json_build_object('indicator', indicator_id, 'kind', kind, 'period', period,
          'gender', gender)) from (select * from moved order by 1, 3, 2, 4 limit ${MAX_NAMED}) as named),
        'more', greatest((select count(*) from moved) - ${MAX_NAMED}, 0)) as body
      where exists (select from moved)
    )
    insert into webhook_delivery (webhook_id, body)
    select webhook.id, body.body::jsonb from webhook cross join body
    where organisation_id = ${organisationId} and revoked_at is null`)
}
