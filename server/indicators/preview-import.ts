import type { Db, Tx } from '#db/client.ts'
import type { Actor } from '../policies/actor.ts'
import { requireCan } from '../policies/require.ts'
import { detectFormat } from './csv/read-rows.ts'
import { FileTooLargeError } from './errors.ts'
import { compareIndicators, countStaged, listDifferences } from './import/describe-staged.ts'
import { deleteOldDrafts, insertDraft, readDraftFile, takeDraft } from './import/draft.ts'
import { findSameFile } from './import/find-same-file.ts'
import type { ImportPreview } from './import/import-preview.ts'
import { stageFile } from './import/stage-file.ts'
import { compareStaged } from './import/staging.ts'
import { findSource } from './sources/index.ts'

/** Bytes. */
export const MAX_UPLOAD = 64 * 1024 * 1024

export interface Upload {
  /** Id of a source in `sources/index.ts`. */
  source: string
  /** Name on the uploader's disk. */
  fileName: string
  bytes: Uint8Array
}

// Browsers of old send a whole path; control characters would break lists.
const cleanName = (fileName: string): string =>
  (fileName.split(/[\\/]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').slice(0, 255) || 'namnlös.csv'

/**
 * Keeps an uploaded file until somebody confirms or discards it, a day at most.
 * @returns the draft's id
 * @throws NotAllowedError
 * @throws UnknownSourceError
 * @throws FileTooLargeError
 * @throws NotCsvError after a look at the head; nothing is kept
 */
export async function saveDraft({ db }: { db: Db }, actor: Actor, upload: Upload): Promise<string> {
  requireCan(actor, 'data.import', { organisationId: actor.organisationId })
  findSource(upload.source)
  if (upload.bytes.length > MAX_UPLOAD) throw new FileTooLargeError(upload.bytes.length, MAX_UPLOAD)
  detectFormat(upload.bytes)
  return db.transaction(async tx => {
    await deleteOldDrafts(tx)
    return insertDraft(tx, actor, { ...upload, fileName: cleanName(upload.fileName) })
  })
}

async function describeDraft(tx: Tx, actor: Actor, draftId: string): Promise<ImportPreview> {
  const draft = await takeDraft(tx, actor, draftId)
  const duplicateOfImport = await findSameFile(tx, actor.organisationId, draft)
  const { problems, rowCount } = await stageFile(tx, draft.source, await readDraftFile(tx, draft))
  await compareStaged(tx, actor.organisationId)
  const source = findSource(draft.source)
  const counts = await countStaged(tx)
  const changesSomething = counts.newCount + counts.changedCount > 0
  return {
    draftId: draft.id,
    source: draft.source,
    fileName: draft.fileName,
    sha256: draft.sha256,
    notices: problems.notices,
    errors: problems.errors,
    errorCount: problems.errorCount,
    rowCount,
    ...counts,
    changes: await listDifferences(tx, source, 'changed'),
    additions: await listDifferences(tx, source, 'new'),
    ...(await compareIndicators(tx, actor.organisationId, draft.source)),
    duplicateOfImport,
    canConfirm: problems.errorCount === 0 && (changesSomething || !duplicateOfImport),
  }
}

/**
 * What importing a draft would do, compared with what is stored now.
 * @throws NotAllowedError
 * @throws DraftGoneError
 */
export async function previewDraft({ db }: { db: Db }, actor: Actor, draftId: string): Promise<ImportPreview> {
  requireCan(actor, 'data.import', { organisationId: actor.organisationId })
  return db.transaction(tx => describeDraft(tx, actor, draftId))
}

/**
 * {@link saveDraft} and {@link previewDraft}. What is wrong in the rows is in the preview, not thrown.
 * @throws NotAllowedError
 * @throws UnknownSourceError
 * @throws FileTooLargeError
 * @throws NotCsvError
 */
export async function previewImport(services: { db: Db }, actor: Actor, upload: Upload): Promise<ImportPreview> {
  return previewDraft(services, actor, await saveDraft(services, actor, upload))
}
