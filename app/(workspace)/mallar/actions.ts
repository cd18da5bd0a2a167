'use server'

import { redirect } from 'next/navigation'
import { InvalidInputError, TemplateFaultsError } from '#server/errors.ts'
import { services } from '#server/services.ts'
import { copyTemplate, importTemplate, publishTemplate, saveDraft } from '#server/templates/drafts.ts'
import type { TemplateFault } from '#templates/find-faults.ts'
import { errorText } from '../../error-text.ts'
import { requireActor } from '../../session.ts'
import { faultText, sv } from './sv.ts'

const MAX_FILE_BYTES = 2_000_000

export async function copyAction(key: string): Promise<void> {
  const made = await copyTemplate(services(), await requireActor('/mallar'), key)
  redirect(`/mallar/${made.key}`)
}

export interface ImportState {
  /** What is wrong with the file; empty where nothing is. */
  problems: string[]
}

export async function importAction(_before: ImportState, form: FormData): Promise<ImportState> {
  const actor = await requireActor('/mallar')
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) return { problems: [sv.noFile] }
  if (file.size > MAX_FILE_BYTES) return { problems: [sv.notJson] }
  let key: string
  try {
    key = (await importTemplate(services(), actor, await file.text())).key
  } catch (error) {
    if (error instanceof InvalidInputError) return { problems: [sv.notJson] }
    if (error instanceof TemplateFaultsError) return { problems: error.faults.map(fault => faultText(fault, [])) }
    return { problems: [errorText(error).message] }
  }
  redirect(`/mallar/${key}`)
}

export type Saved = { revision: number; faults: TemplateFault[] } | { problem: string }

/** @param definition as the page has it; the server checks all of it */
export async function saveAction(key: string, definition: unknown, revision: number): Promise<Saved> {
  const actor = await requireActor(`/mallar/${key}`)
  try {
    return await saveDraft(services(), actor, key, { definition, revision })
  } catch (error) {
    if (error instanceof TemplateFaultsError) return { revision, faults: error.faults }
    return { problem: errorText(error).message }
  }
}

export async function publishAction(key: string): Promise<{ version: number } | { problem: string }> {
  const actor = await requireActor(`/mallar/${key}`)
  try {
    return await publishTemplate(services(), actor, key)
  } catch (error) {
    return { problem: errorText(error).message }
  }
}
