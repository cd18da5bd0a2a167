'use server'

import { redirect } from 'next/navigation'
import { confirmImport } from '#server/indicators/confirm-import.ts'
import { discardDraft } from '#server/indicators/discard-draft.ts'
import { services } from '#server/services.ts'
import { requireActor } from '../../../../session.ts'
import { importErrorText } from '../../import-error-text.ts'

export interface ConfirmState {
  /** Swedish: why nothing was imported. */
  message: string | null
}

export async function confirmAction(draftId: string): Promise<ConfirmState> {
  const actor = await requireActor(`/data/importera/${draftId}`)
  let importId: string
  try {
    importId = (await confirmImport(services(), actor, draftId)).importId
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
