import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import type { Actor } from '../policies/actor.ts'
import { requireCan } from '../policies/require.ts'

export interface ImportRecord {
  id: string
  source: string
  fileName: string
  fileSha256: string
  /** Bytes. */
  fileSize: number
  /** ISO 8601 instant. */
  importedAt: string
  importedBy: string
  /** Observations that it appended. */
  written: number
}

/**
 * The organisation's imports, newest first.
 * @param limit at most this many
 * @throws NotAllowedError
 */
export async function listImports({ db }: { db: Db }, actor: Actor, limit = 100): Promise<ImportRecord[]> {
  const { organisationId } = actor
  requireCan(actor, 'data.read', { organisationId })
  const rows = await db.execute<ImportRecord & Record<string, unknown>>(sql`
    select data_import.id, source, file_name as "fileName", file_sha256 as "fileSha256",
      length(file) as "fileSize",
      to_char(imported_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "importedAt",
      app_user.name as "importedBy",
      coalesce(written.count, 0)::int as written
    from data_import join app_user on app_user.id = imported_by
      left join (select import_id, count(*) from observation where organisation_id = ${organisationId} group by 1)
        as written on written.import_id = data_import.id
    where data_import.organisation_id = ${organisationId}
    order by imported_at desc, data_import.id limit ${limit}`)
  return rows.map(row => ({ ...row }))
}
