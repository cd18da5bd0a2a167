import { sql } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.ts'
import { publish } from '../events.ts'
import type { Actor } from '../policies/actor.ts'
import { requireCan } from '../policies/require.ts'
import { AlreadyImportedError, ImportHasErrorsError } from './errors.ts'
import { deleteDraft, readDraftFile, takeDraft } from './import/draft.ts'
import { findSameFile } from './import/find-same-file.ts'
import { stageFile } from './import/stage-file.ts'
import { compareStaged } from './import/staging.ts'
import { findSource } from './sources/index.ts'

export interface ImportResult {
  importId: string
  /** Observations appended: new values and changed ones. */
  written: number
}

async function insertImport(tx: Tx, actor: Actor, draftId: string): Promise<string> {
  // The file goes from row to row inside the database.
  const [row] = await tx.execute<{ id: string }>(sql`
    insert into data_import (organisation_id, source, file_name, file_sha256, file, imported_by)
    select organisation_id, source, file_name, encode(sha256(file), 'hex'), file, ${actor.id}
    from import_draft where id = ${draftId} returning id`)
  if (!row) throw new Error('insert returned no import')
  return row.id
}

/** New indicators come last in their source, in the order of the file; known ones keep their place. */
async function writeIndicators(tx: Tx, organisationId: string, sourceId: string): Promise<void> {
  for (const [measure, { unit, decimals, better }] of findSource(sourceId).measures.entries())
    await tx.execute(sql`
      insert into indicator (organisation_id, id, source, area, name, unit, decimals, better, position)
      select ${organisationId}, indicator_id, ${sourceId}, area, name, ${unit}, ${decimals}, ${better},
        (select coalesce(max(position), -1) from indicator
         where organisation_id = ${organisationId} and source = ${sourceId}) + row_number() over (order by line)
      from staged_indicator where measure = ${measure}
      on conflict (organisation_id, id) do update
        set area = excluded.area, name = excluded.name, unit = excluded.unit, decimals = excluded.decimals,
          better = excluded.better
        where (indicator.area, indicator.name, indicator.unit, indicator.decimals, indicator.better) is distinct from
          (excluded.area, excluded.name, excluded.unit, excluded.decimals, excluded.better)`)
}

async function writeObservations(tx: Tx, organisationId: string, importId: string): Promise<number> {
  const { count } = await tx.execute(sql`
    insert into observation (organisation_id, indicator_id, kind, period, gender, value, denominator, status, import_id)
    select ${organisationId}, indicator_id, kind, period, 'T', value, denominator,
      case when value is null then 'missing' else 'final' end, ${importId}
    from staged_value where state <> 'same' order by line, indicator_id, period, kind`)
  return count
}

/**
 * Imports a draft, whole or not at all: appends an observation for every value that is new or differs from the newest
 * one, and tells open editors. Of several confirmations of one draft exactly one wins.
 * @throws NotAllowedError
 * @throws DraftGoneError
 * @throws ImportHasErrorsError
 * @throws AlreadyImportedError when the same file was imported before and would change nothing; the draft stays
 */
export async function confirmImport({ db }: { db: Db }, actor: Actor, draftId: string): Promise<ImportResult> {
  const { organisationId } = actor
  requireCan(actor, 'data.import', { organisationId })
  return db.transaction(async tx => {
    const draft = await takeDraft(tx, actor, draftId)
    // One import at a time in an organisation, or two could both find that a value is new.
    await tx.execute(sql`select from organisation where id = ${organisationId} for no key update`)
    const { problems } = await stageFile(tx, draft.source, await readDraftFile(tx, draft))
    if (problems.errorCount > 0) throw new ImportHasErrorsError(problems.errorCount)
    await compareStaged(tx, organisationId)
    const same = await findSameFile(tx, organisationId, draft)
    const importId = await insertImport(tx, actor, draft.id)
    await writeIndicators(tx, organisationId, draft.source)
    const written = await writeObservations(tx, organisationId, importId)
    if (same && written === 0) throw new AlreadyImportedError(same.importId)
    await deleteDraft(tx, actor, draft.id)
    await publish(tx, { type: 'data', organisationId, importId })
    return { importId, written }
  })
}
