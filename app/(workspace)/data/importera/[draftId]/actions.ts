'use server'

import { redirect } from 'next/navigation'
import { discardDraft } from '#server/indicators/discard-draft.ts'
import { confirmWithProgress } from '#server/indicators/import-jobs.ts'
import { services } from '#server/services.ts'
import { requireActor } from '../../../../session.ts'
import { importErrorText } from '../../import-error-text.ts'

export interface ConfirmState {
  /** Swedish: why nothing was imported. */
  message: string | null
}

/** @param withoutRejected rows with errors are left out */
export async function confirmAction(draftId: string, withoutRejected: boolean): Promise<ConfirmState> {
  const actor = await requireActor(`/data/importera/${draftId}`)
  let importId: string
  try {
    importId = (await confirmWithProgress(services(), actor, draftId, withoutRejected)).importId
  } catch (error) {
    return { message: importErrorText(error).message }
  }
  redirect(`/data?importerad=${importId}`)
}

/** @param next page to go to */
export async function discardAction(draftId: string, next: string): Promise<void> {
  const actor = await requireActor('/data')
  await discardDraft(services(), actor, draftId)
  // Never to another site, whatever the browser sent.
  redirect(next.startsWith('/data') ? next : '/data')
}
