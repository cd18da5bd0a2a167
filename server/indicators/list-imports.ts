import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import type { Passport } from '#editor/core/figure.ts'
import type { Actor } from '../policies/actor.ts'
import { requireCan } from '../policies/require.ts'
import { countOfRows } from './import/rows-of-import.ts'

export interface ImportRecord {
  id: string
  source: string
  /** What the organisation calls a source of its own; null for those of the product. */
  ownSourceName: string | null
  method: NonNullable<Passport['method']> | 'file'
  /** Null for what came without a file. */
  fileName: string | null
  fileSha256: string
  /** Bytes; null for what came without a file. */
  fileSize: number | null
  /** Why figures were changed by hand or an import undone, or which rows were left out. */
  reason: string | null
  /** ISO 8601 instant. */
  importedAt: string
  importedBy: string
  /** Observations that it appended. */
  written: number
  /** The import that it undoes. */
  undoes: string | null
  /** Who has undone it and when; null while its values count, as they do again after "Gör om". */
  undone: { by: string; at: string } | null
  /** What to undo to turn it: itself, or the newest of the undoings that it has been through. */
  turn: string
}

/** A point in time as ISO 8601 in UTC. */
export const instant = (column: SQL): SQL => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Imports as {@link ImportRecord}. An undoing may be undone itself, and so on: the newest in that line says how it is. */
export const importRecords = (where: SQL): SQL => sql`
  with recursive listed as (
    select * from data_import where ${where}
  ), line as (
    select id as first, id, 0 as depth from listed
    union all
    select line.first, undo.id, line.depth + 1 from line join data_import as undo on undo.undoes = line.id
  ), newest as (
    select distinct on (first) first, id, depth from line order by first, depth desc
  )
  select listed.id, listed.source, data_source.name as "ownSourceName", listed.method, listed.file_name as "fileName",
    listed.file_sha256 as "fileSha256", length(listed.file) as "fileSize", listed.reason,
    ${instant(sql`listed.imported_at`)} as "importedAt", app_user.name as "importedBy", ${countOfRows} as written,
    listed.undoes, newest.id as turn,
    case when newest.depth % 2 = 1
      then json_build_object('by', undoer.name, 'at', ${instant(sql`undo.imported_at`)}) end as undone
  from listed
    join app_user on app_user.id = listed.imported_by
    join newest on newest.first = listed.id
    join data_import as undo on undo.id = newest.id
    join app_user as undoer on undoer.id = undo.imported_by
    left join data_source on data_source.organisation_id = listed.organisation_id and data_source.id = listed.source
  order by listed.imported_at desc, listed.id`

/**
 * The organisation's imports, newest first.
 * @param limit at most this many
 * @throws NotAllowedError
 */
export async function listImports({ db }: { db: Db }, actor: Actor, limit = 100): Promise<ImportRecord[]> {
  const { organisationId } = actor
  requireCan(actor, 'data.read', { organisationId })
  const rows = await db.execute<ImportRecord & Record<string, unknown>>(
    importRecords(
      sql`id in (select id from data_import where organisation_id = ${organisationId}
        order by imported_at desc, id limit ${limit})`,
    ),
  )
  return rows.map(row => ({ ...row }))
}
