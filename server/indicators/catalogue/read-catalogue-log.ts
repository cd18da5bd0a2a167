import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import type { indicator } from '#db/schema/indicator.ts'
import type { Actor } from '../../policies/actor.ts'
import { requireCan } from '../../policies/require.ts'
import { instant } from '../list-imports.ts'

/** What moved, with the values as JSON. */
export type ChangedColumns = Partial<Record<LoggedColumn, { before: unknown; after: unknown }>>

type SnakeCase<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${SnakeCase<Rest>}`
  : ''

/** What can change of an indicator, by the column's name in the database. */
export type LoggedColumn = SnakeCase<Exclude<keyof typeof indicator.$inferSelect, 'organisationId' | 'id' | 'position'>>

export interface CatalogueChange {
  id: number
  /** ISO 8601 instant. */
  at: string
  by: string
  changes: ChangedColumns
}

/**
 * What has been changed of an indicator in the catalogue, newest first.
 * @param limit at most this many
 * @throws NotAllowedError
 */
export async function readCatalogueLog(
  { db }: { db: Db },
  actor: Actor,
  indicatorId: string,
  limit = 100,
): Promise<CatalogueChange[]> {
  const { organisationId } = actor
  requireCan(actor, 'data.read', { organisationId })
  const rows = await db.execute<CatalogueChange & Record<string, unknown>>(sql`
    select indicator_change.id::int, ${instant(sql`changed_at`)} as at, app_user.name as by, changes
    from indicator_change join app_user on app_user.id = changed_by
    where indicator_change.organisation_id = ${organisationId} and indicator_id = ${indicatorId}
    order by indicator_change.id desc limit ${limit}`)
  return rows.map(row => ({ ...row }))
}
