import type { Db } from '#db/client.ts'
import type { Actor } from '../policies/actor.ts'
import { confirmStaged, type ImportResult } from './confirm-import.ts'
import { discardDraft } from './discard-draft.ts'
import { takeDraft } from './import/draft.ts'
import type { ImportPreview } from './import/import-preview.ts'
import { lockFigures } from './import/lock-figures.ts'
import { stageDraft } from './import/read-draft.ts'
import { describeStaged, saveDraft, type Upload } from './preview-import.ts'

export interface FileImport extends Upload {
  dryRun: boolean
  /** Rows with errors are left out, and listed in the import's record. */
  withoutRejected?: boolean
}

/**
 * Preview and confirmation in one, for the command line and the demo: the file is read once. With `dryRun`, or where the
 * preview cannot be confirmed, nothing is imported, `result` is null and no draft is left.
 * @throws NotAllowedError
 * @throws UnknownSourceError
 * @throws FileTooLargeError
 * @throws NotATableError
 * @throws PersonDataError
 * @throws NoLayoutError
 */
export async function importFile(
  services: { db: Db },
  actor: Actor,
  { dryRun, withoutRejected = false, ...upload }: FileImport,
): Promise<{ preview: ImportPreview; result: ImportResult | null }> {
  const { organisationId } = actor
  const { draftId } = await saveDraft(services, actor, upload)
  try {
    return await services.db.transaction(async tx => {
      const draft = await takeDraft(tx, actor, draftId)
      await lockFigures(tx, organisationId)
      const staged = await stageDraft(tx, organisationId, draft, undefined, upload.bytes)
      const preview = await describeStaged(tx, actor, draft, staged)
      const isAllowed = preview.canConfirm || (withoutRejected && preview.canConfirmRest)
      const result = !dryRun && isAllowed ? await confirmStaged(tx, actor, draft, staged, { withoutRejected }) : null
      return { preview, result }
    })
  } finally {
    // One that was imported is gone already.
    await discardDraft(services, actor, draftId)
  }
}
