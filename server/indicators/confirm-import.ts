import { sql } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.ts'
import { publish } from '../events.ts'
import type { Actor } from '../policies/actor.ts'
import { requireCan } from '../policies/require.ts'
import { AlreadyImportedError, ImportHasErrorsError } from './errors.ts'
import { type Draft, deleteDraft, takeDraft } from './import/draft.ts'
import { findSameFile } from './import/find-same-file.ts'
import { lockFigures } from './import/lock-figures.ts'
import type { OnProgress } from './import/progress.ts'
import { type StagedDraft, stageDraft } from './import/read-draft.ts'
import { dropDuplicates } from './import/staging.ts'
import { writeIndicators, writeObservations } from './import/write-staged.ts'
import { rejectedText } from './problem-text.ts'

export interface ImportResult {
  importId: string
  /** Observations appended: new values and changed ones. */
  written: number
}

export interface ConfirmOptions {
  /** Rows with errors are left out, and listed in the import's record. */
  withoutRejected?: boolean
  onProgress?: OnProgress
}

/** The import has the id of its draft, so that who waits for the one finds the other. */
async function insertImport(
  tx: Tx,
  actor: Actor,
  draftId: string,
  { layout, problems }: Pick<StagedDraft, 'layout' | 'problems'>,
): Promise<string> {
  // The file goes from row to row inside the database.
  const [row] = await tx.execute<{ id: string }>(sql`
    insert into data_import (id, organisation_id, source, method, file_name, file_sha256, file, layout, reason,
      imported_by)
    select id, organisation_id, source, method, case when method = 'file' then file_name end,
      encode(sha256(file), 'hex'), file, ${JSON.stringify(layout)}::text::jsonb, ${rejectedText(problems)}, ${actor.id}
    from import_draft where id = ${draftId} returning id`)
  if (!row) throw new Error('insert returned no import')
  return row.id
}

/**
 * {@link confirmImport} of a draft that is taken and staged in the transaction, with the figures locked.
 * @throws ImportHasErrorsError
 * @throws AlreadyImportedError
 */
export async function confirmStaged(
  tx: Tx,
  actor: Actor,
  draft: Draft,
  staged: StagedDraft,
  { withoutRejected = false, onProgress }: ConfirmOptions,
): Promise<ImportResult> {
  const { organisationId } = actor
  const { layout, rowCount } = staged
  const { errorCount, onlyRows } = staged.problems
  if (errorCount > 0 && !(withoutRejected && onlyRows)) throw new ImportHasErrorsError(errorCount)
  if (errorCount > 0) await dropDuplicates(tx)
  onProgress?.({ phase: 'writing', rows: rowCount, share: 1 })
  const same = await findSameFile(tx, organisationId, draft)
  const importId = await insertImport(tx, actor, draft.id, staged)
  await writeIndicators(tx, { organisationId, changedBy: actor.id }, draft.source, layout)
  const written = await writeObservations(tx, organisationId, importId)
  if (same && written === 0) throw new AlreadyImportedError(same.importId)
  await deleteDraft(tx, actor, draft.id)
  await publish(tx, { type: 'data', organisationId, importId })
  return { importId, written }
}

/**
 * Imports a draft: appends an observation for every value that is new or differs from the newest one, and tells open
 * editors. All of the file or nothing, unless somebody has chosen to leave out the rows with errors. Of several
 * confirmations of one draft exactly one wins.
 * @throws NotAllowedError
 * @throws DraftGoneError
 * @throws NoLayoutError
 * @throws ImportHasErrorsError
 * @throws AlreadyImportedError when the same file was imported before and would change nothing; the draft stays
 */
export async function confirmImport(
  { db }: { db: Db },
  actor: Actor,
  draftId: string,
  options: ConfirmOptions = {},
): Promise<ImportResult> {
  const { organisationId } = actor
  requireCan(actor, 'data.import', { organisationId })
  return db.transaction(async tx => {
    const draft = await takeDraft(tx, actor, draftId)
    await lockFigures(tx, organisationId)
    const staged = await stageDraft(tx, organisationId, draft, options.onProgress)
    return confirmStaged(tx, actor, draft, staged, options)
  })
}
