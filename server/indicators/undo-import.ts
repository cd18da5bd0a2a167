import { sql } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.ts'
import { NotFoundError } from '../errors.ts'
import { publish } from '../events.ts'
import type { Actor } from '../policies/actor.ts'
import { requireCan } from '../policies/require.ts'
import { sha256Hex } from '../sha256.ts'
import { AlreadyUndoneError } from './errors.ts'
import { lockFigures } from './import/lock-figures.ts'
import { rowsOf } from './import/rows-of-import.ts'

export interface UndoResult {
  importId: string
  /** Values that are what they were before the import. */
  restored: number
  /** Values that there are none of any more, since there were none before. */
  withdrawn: number
  /** Values of the import that a later one has replaced. They stay. */
  kept: number
}

interface UndoneImport extends Record<string, unknown> {
  id: string
  source: string
  fileName: string | null
  undoes: string | null
  undone: boolean
}

async function findImport(tx: Tx, organisationId: string, importId: string): Promise<UndoneImport> {
  const [found] = await tx.execute<UndoneImport>(sql`
    select id, source, file_name as "fileName", undoes,
      exists (select from data_import as undo where undo.undoes = data_import.id) as undone
    from data_import where id::text = ${importId} and organisation_id = ${organisationId}`)
  if (!found) throw new NotFoundError(importId)
  return found
}

async function insertUndo(tx: Tx, actor: Actor, of: UndoneImport, reason: string | null): Promise<string> {
  // There is no file: what came is the wish to undo.
  const sha256 = sha256Hex(JSON.stringify({ undoes: of.id, reason }))
  const [row] = await tx.execute<{ id: string }>(sql`
    insert into data_import (organisation_id, source, method, file_name, file_sha256, reason, undoes, imported_by)
    values (${actor.organisationId}, ${of.source}, 'undo', ${of.fileName}, ${sha256}, ${reason}, ${of.id}, ${actor.id})
    returning id`)
  if (!row) throw new Error('insert returned no import')
  return row.id
}

/**
 * Takes an import back: for each value of it that is still the newest, what there was before becomes the newest again,
 * with the passport that it had; where there was nothing, the value is withdrawn. Nothing is removed. Undoing an undo
 * brings the import's values back in the same way.
 * @param reason for the record, in the words of the person; may be empty
 * @throws NotAllowedError
 * @throws NotFoundError
 * @throws AlreadyUndoneError
 */
export async function undoImport({ db }: { db: Db }, actor: Actor, importId: string, reason = ''): Promise<UndoResult> {
  const { organisationId } = actor
  requireCan(actor, 'data.import', { organisationId })
  return db.transaction(async tx => {
    await lockFigures(tx, organisationId)
    const found = await findImport(tx, organisationId, importId)
    if (found.undone) throw new AlreadyUndoneError(importId)
    const undoId = await insertUndo(tx, actor, found, reason.trim().slice(0, 1000) || null)
    const [counts] = await tx.execute<Omit<UndoResult, 'importId'> & Record<string, unknown>>(sql`
      with own as materialized (${rowsOf(found)}), judged as materialized (
        select own.id, own.indicator_id, own.kind, own.period, own.gender, later.id is not null as replaced,
          earlier.value, earlier.numerator, earlier.denominator, earlier.goal, earlier.note,
          coalesce(earlier.status, 'withdrawn') as status, coalesce(earlier.import_id, ${undoId}::uuid) as import_id
        from own left join lateral (
          select id from observation
          where organisation_id = ${organisationId} and indicator_id = own.indicator_id and period = own.period
            and kind = own.kind and gender = own.gender and id > own.id limit 1
        ) as later on true left join lateral (
          select * from observation
          where organisation_id = ${organisationId} and indicator_id = own.indicator_id and period = own.period
            and kind = own.kind and gender = own.gender and id < own.id order by id desc limit 1
        ) as earlier on true
      ), written as (
        insert into observation (organisation_id, indicator_id, kind, period, gender, value, numerator, denominator,
          status, goal, note, import_id, restored_by)
        select ${organisationId}, indicator_id, kind, period, gender, value, numerator, denominator, status, goal, note,
          import_id, ${undoId} from judged where not replaced order by id
        returning status
      )
      select (select count(*)::int from written where status <> 'withdrawn') as restored,
        (select count(*)::int from written where status = 'withdrawn') as withdrawn,
        (select count(*)::int from judged where replaced) as kept`)
    if (!counts) throw new Error('count returned no row')
    await publish(tx, { type: 'data', organisationId, importId: undoId })
    const { restored, withdrawn, kept } = counts
    return { importId: undoId, restored, withdrawn, kept }
  })
}
