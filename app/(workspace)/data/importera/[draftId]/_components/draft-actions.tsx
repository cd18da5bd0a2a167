'use client'

import { useFormAction } from '#app/ui/use-form-action.ts'
import { Button } from '#editor/ui/button.tsx'
import { Notice } from '#editor/ui/notice.tsx'
import { ButtonLink } from '../../../../../ui/button-link.tsx'
import { confirmAction, discardAction } from '../actions.ts'
import { sv } from '../sv.ts'
import { DraftProgress } from './draft-progress.tsx'

export interface DraftActionsProps {
  draftId: string
  source: string
  canConfirm: boolean
  /** Only some rows have errors. */
  canConfirmRest: boolean
}

export function DraftActions({ draftId, source, canConfirm, canConfirmRest }: DraftActionsProps) {
  const [state, confirm, confirming] = useFormAction(
    confirmAction.bind(null, draftId, !canConfirm),
    { message: null },
    message => ({ message }),
  )
  const discard = discardAction.bind(null, draftId, '/data')
  const chooseAnother = discardAction.bind(null, draftId, `/data/importera?kalla=${source}`)
  return (
    <div className="flex flex-col gap-4">
      {state.message && (
        <Notice tone="bad" title={sv.failed} alert>
          {state.message}
        </Notice>
      )}
      <div className="flex flex-col gap-3 sm:flex-row sm:flex-wrap">
        <form action={canConfirm ? confirm : chooseAnother} className="contents">
          <Button type="submit" variant="primary" loading={canConfirm && confirming}>
            {canConfirm ? sv.import : sv.another}
          </Button>
        </form>
        {canConfirmRest && (
          <form action={confirm} className="contents">
            <Button type="submit" loading={confirming}>
              {sv.importRest}
            </Button>
          </form>
        )}
        <ButtonLink href={`/data/importera/${draftId}/kolumner`}>{sv.change}</ButtonLink>
        <form action={discard} className="contents">
          <Button type="submit" variant="ghost" disabled={confirming}>
            {sv.cancel}
          </Button>
        </form>
      </div>
      <div role="status" className="max-w-md">
        {confirming && <DraftProgress draftId={draftId} label={sv.importing} />}
      </div>
    </div>
  )
}
