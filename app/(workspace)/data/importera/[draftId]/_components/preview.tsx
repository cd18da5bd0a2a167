import { sourceName } from '#editor/core/source-name.ts'
import { Notice } from '#editor/ui/notice.tsx'
import { DraftGoneError } from '#server/indicators/errors.ts'
import type { ImportPreview } from '#server/indicators/import/import-preview.ts'
import { previewDraft } from '#server/indicators/preview-import.ts'
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

async function readPreview(actor: Actor, draftId: string): Promise<ImportPreview | null> {
  try {
    return await previewDraft(services(), actor, draftId)
  } catch (error) {
    if (error instanceof DraftGoneError) return null
    throw error
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
  const { source, canConfirm, errorCount, changes, changedCount, additions, newCount } = preview
  return (
    <div className="flex flex-col gap-8">
      <p className="text-lg">{sv.file(sourceName(source), preview.fileName)}</p>
      <Verdict preview={preview} />
      <DraftActions draftId={draftId} source={source} canConfirm={canConfirm} />
      <Summary preview={preview} />
      <ProblemTable preview={preview} />
      {errorCount === 0 && (
        <>
          <ChangeTable title={sv.changes.title} changes={changes} count={changedCount} withOld />
          <IndicatorList
            title={sv.newIndicators}
            text={sv.newIndicatorsText}
            indicators={preview.newIndicators}
            count={preview.newIndicatorCount}
          />
          <IndicatorList
            title={sv.absent}
            text={sv.absentText}
            indicators={preview.absentIndicators}
            count={preview.absentIndicatorCount}
          />
          <ChangeTable title={sv.changes.additions} changes={additions} count={newCount} withOld={false} />
        </>
      )}
    </div>
  )
}
