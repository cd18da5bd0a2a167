'use server'

import { redirect } from 'next/navigation'
import { InvalidInputError } from '#server/errors.ts'
import { InvalidLayoutError } from '#server/indicators/errors.ts'
import { pointingSchema } from '#server/indicators/layout/pointing.ts'
import type { ObservationWords } from '#server/indicators/observation-words.ts'
import { type PointedSource, pointOut, previewPointing } from '#server/indicators/point-out.ts'
import { problemLine } from '#server/indicators/problem-text.ts'
import { services } from '#server/services.ts'
import { requireActor } from '../../../../../session.ts'
import { importErrorText } from '../../../import-error-text.ts'

export interface PointingWords {
  words: ObservationWords[]
  /** Swedish, a line each. */
  problems: string[]
}

/** What the choices would make of the first rows, in words. */
export async function previewPointingAction(draftId: string, sent: unknown): Promise<PointingWords> {
  const actor = await requireActor(`/data/importera/${draftId}/kolumner`)
  const pointing = pointingSchema.safeParse(sent)
  if (!pointing.success) return { words: [], problems: [] }
  try {
    const { words, errors } = await previewPointing(services(), actor, draftId, pointing.data)
    return { words, problems: errors.map(problemLine) }
  } catch (error) {
    if (error instanceof InvalidLayoutError) return { words: [], problems: [] }
    return { words: [], problems: [importErrorText(error).message] }
  }
}

export interface SavePointingState {
  message: string | null
  /** Code of what is wrong with the new source's name. */
  name: string | null
}

export async function savePointingAction(
  draftId: string,
  sent: unknown,
  source: PointedSource,
): Promise<SavePointingState> {
  const actor = await requireActor(`/data/importera/${draftId}/kolumner`)
  try {
    const pointing = pointingSchema.safeParse(sent)
    if (!pointing.success) throw new InvalidLayoutError('not sent as a pointing')
    await pointOut(services(), actor, draftId, pointing.data, {
      id: source.id === null ? null : String(source.id),
      name: String(source.name),
      keep: source.keep === true,
    })
  } catch (error) {
    if (error instanceof InvalidInputError) return { message: null, name: error.fields.name ?? null }
    return { message: importErrorText(error).message, name: null }
  }
  redirect(`/data/importera/${draftId}`)
}
