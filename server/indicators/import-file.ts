import type { Db } from '#db/client.ts'
import type { Actor } from '../policies/actor.ts'
import { confirmImport, type ImportResult } from './confirm-import.ts'
import { discardDraft } from './discard-draft.ts'
import type { ImportPreview } from './import/import-preview.ts'
import { previewImport, type Upload } from './preview-import.ts'

/**
 * Preview and confirmation in one, for the command line and the demo. With `dryRun`, or where the preview cannot be
 * confirmed, nothing is imported, `result` is null and no draft is left.
 * @param withoutRejected rows with errors are left out, and listed in the import's record
 * @throws what {@link previewImport} and {@link confirmImport} throw
 */
export async function importFile(
  services: { db: Db },
  actor: Actor,
  { dryRun, withoutRejected = false, ...upload }: Upload & { dryRun: boolean; withoutRejected?: boolean },
): Promise<{ preview: ImportPreview; result: ImportResult | null }> {
  const preview = await previewImport(services, actor, upload)
  const confirmable = preview.canConfirm || (withoutRejected && preview.canConfirmRest)
  if (!dryRun && confirmable)
    return { preview, result: await confirmImport(services, actor, preview.draftId, { withoutRejected }) }
  await discardDraft(services, actor, preview.draftId)
  return { preview, result: null }
}
