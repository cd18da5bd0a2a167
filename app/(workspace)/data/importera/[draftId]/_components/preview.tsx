import { redirect } from 'next/navigation'
import { Notice } from '#editor/ui/notice.tsx'
import { NotFoundError } from '#server/errors.ts'
import { DraftGoneError, NoLayoutError } from '#server/indicators/errors.ts'
import type { ImportPreview } from '#server/indicators/import/import-preview.ts'
import { previewOnce } from '#server/indicators/import-jobs.ts'
import { readImport } from '#server/indicators/read-import.ts'
import type { Actor } from '#server/policies/actor.ts'
import { services } from '#server/services.ts'
import { ButtonLink } from '../../../../../ui/button-link.tsx'
import { importErrorText } from '../../../import-error-text.ts'
import { sv } from '../sv.ts'
import { ChangeTable } from './change-table.tsx'
import { DraftActions } from './draft-actions.tsx'
import { IndicatorList } from './indicator-list.tsx'
import { ProblemTable } from './problem-table.tsx'
import { Summary } from './summary.tsx'
import { Verdict } from './verdict.tsx'

async function isImported(actor: Actor, draftId: string): Promise<boolean> {
  try {
    await readImport(services(), actor, draftId, 1)
    return true
  } catch (error) {
    if (error instanceof NotFoundError) return false
    throw error
  }
}

/** The preview, or where to go instead of it; null where the draft is gone. */
async function readPreview(actor: Actor, draftId: string): Promise<ImportPreview | string | null> {
  try {
    return await previewOnce(services(), actor, draftId)
  } catch (error) {
    if (error instanceof NoLayoutError) return `/data/importera/${draftId}/kolumner`
    if (!(error instanceof DraftGoneError)) throw error
    // An import has the id of the draft that it was: whoever waited for the one finds the other.
    return (await isImported(actor, draftId)) ? `/data/importer/${draftId}` : null
  }
}

function Gone() {
  return (
    <div className="flex flex-col items-start gap-4">
      <Notice tone="warn" title={sv.gone} alert>
        {importErrorText(new DraftGoneError()).message}
      </Notice>
      <ButtonLink href="/data/importera" variant="primary">
        {sv.another}
      </ButtonLink>
    </div>
  )
}

export async function Preview({ actor, draftId }: { actor: Actor; draftId: string }) {
  const preview = await readPreview(actor, draftId)
  if (!preview) return <Gone />
  if (typeof preview === 'string') redirect(preview)
  const { source, sourceName, canConfirm, canConfirmRest, errorCount } = preview
  const { changes, changedCount, additions, newCount } = preview
  return (
    <div className="flex flex-col gap-8">
      <p className="text-lg">
        {preview.method === 'paste' ? sv.pasted(sourceName) : sv.file(sourceName, preview.fileName)}
      </p>
      <Verdict preview={preview} />
      <DraftActions draftId={draftId} source={source} canConfirm={canConfirm} canConfirmRest={canConfirmRest} />
      <Summary preview={preview} />
      <ProblemTable preview={preview} />
      {(errorCount === 0 || canConfirmRest) && (
        <>
          <ChangeTable title={sv.changes.title} changes={changes} count={changedCount} withOld />
          <IndicatorList
            title={sv.newIndicators}
            text={sv.newIndicatorsText}
            indicators={preview.newIndicators}
            count={preview.newIndicatorCount}
          />
          <ChangeTable title={sv.changes.additions} changes={additions} count={newCount} withOld={false} />
          <IndicatorList
            title={sv.absent}
            text={sv.absentText}
            indicators={preview.absentIndicators}
            count={preview.absentIndicatorCount}
          />
        </>
      )}
    </div>
  )
}
