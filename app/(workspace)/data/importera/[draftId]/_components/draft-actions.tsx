'use client'

import { useActionState } from 'react'
import { Button } from '#editor/ui/button.tsx'
import { Notice } from '#editor/ui/notice.tsx'
import { Progress } from '../../../../../ui/progress.tsx'
import { confirmAction, discardAction } from '../actions.ts'
import { sv } from '../sv.ts'

export interface DraftActionsProps {
  draftId: string
  source: string
  canConfirm: boolean
}

export function DraftActions({ draftId, source, canConfirm }: DraftActionsProps) {
  const [state, confirm, confirming] = useActionState(confirmAction.bind(null, draftId), { message: null })
  const discard = discardAction.bind(null, draftId, '/data')
  const chooseAnother = discardAction.bind(null, draftId, `/data/importera?kalla=${source}`)
  return (
    <div className="flex flex-col gap-4">
      {state.message && (
        <Notice tone="bad" title={sv.failed} alert>
          {state.message}
        </Notice>
      )}
      <div className="flex flex-col gap-3 sm:flex-row">
        <form action={canConfirm ? confirm : chooseAnother} className="contents">
          <Button type="submit" variant="primary" loading={confirming}>
            {canConfirm ? sv.import : sv.another}
          </Button>
        </form>
        <form action={discard} className="contents">
          <Button type="submit" variant="ghost" disabled={confirming}>
            {sv.cancel}
          </Button>
        </form>
      </div>
      <div role="status">{confirming && <Progress value={null} max={1} label={sv.importing} />}</div>
    </div>
  )
}
