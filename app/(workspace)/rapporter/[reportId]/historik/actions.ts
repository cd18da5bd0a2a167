'use server'

import { errorText } from '#app/error-text.ts'
import { requireActor } from '#app/session.ts'
import { InvalidInputError } from '#server/errors.ts'
import { nameVersion } from '#server/history/name-version.ts'
import { renameVersion } from '#server/history/rename-version.ts'
import { type Restored, restoreText } from '#server/history/restore-text.ts'
import { services } from '#server/services.ts'
import { sv } from './sv.ts'

type Failed = { message: string }

/** @param seq log position to go back to; @param sectionId null for the whole report */
export async function restoreAction(
  reportId: string,
  seq: number,
  sectionId: string | null,
): Promise<Restored | Failed> {
  const actor = await requireActor(`/rapporter/${reportId}/historik`)
  try {
    return await restoreText(services(), actor, reportId, { seq: Number(seq), sectionId })
  } catch (error) {
    return { message: errorText(error).message }
  }
}

/** @param versionId null to name the text as it is now */
export async function nameAction(
  reportId: string,
  versionId: string | null,
  name: string,
): Promise<Failed | { message: null }> {
  const actor = await requireActor(`/rapporter/${reportId}/historik`)
  try {
    if (versionId === null) await nameVersion(services(), actor, reportId, { moment: 'now', name })
    else await renameVersion(services(), actor, versionId, name)
    return { message: null }
  } catch (error) {
    if (!(error instanceof InvalidInputError)) return { message: errorText(error).message }
    return { message: error.fields.name === 'range' ? sv.naming.range : sv.naming.required }
  }
}
