'use server'

import { revalidatePath } from 'next/cache'
import { errorText } from '#app/error-text.ts'
import { requireActor } from '#app/session.ts'
import { leavePart, placePart } from '#server/reports/word-import/place-part.ts'
import { services } from '#server/services.ts'

export interface Part {
  reportId: string
  importId: string
  partId: string
}

/** What went wrong, in Swedish; null where nothing did. */
type Answer = Promise<string | null>

async function change(
  reportId: string,
  run: (actor: Awaited<ReturnType<typeof requireActor>>) => Promise<void>,
): Answer {
  const path = `/rapporter/${reportId}/word`
  const actor = await requireActor(path)
  try {
    await run(actor)
    return null
  } catch (error) {
    return errorText(error).message
  } finally {
    // Also after a refusal: what it was may have been done by somebody else.
    revalidatePath(path)
  }
}

export async function placeAction(part: Part, sectionId: string): Answer {
  return change(part.reportId, actor => placePart(services(), actor, { ...part, sectionId }))
}

export async function leaveAction(part: Part, left: boolean): Answer {
  return change(part.reportId, actor => leavePart(services(), actor, { ...part, left }))
}
