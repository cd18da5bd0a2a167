'use server'

import { revalidatePath } from 'next/cache'
import { undoImport } from '#server/indicators/undo-import.ts'
import { services } from '#server/services.ts'
import { requireActor } from '../../../session.ts'
import { importErrorText } from '../import-error-text.ts'

export type UndoAnswer =
  | { importId: string; restored: number; withdrawn: number; kept: number }
  /** Swedish: why nothing was undone. */
  | { message: string }

/** Takes an import back, or an undoing. */
export async function undoAction(importId: string): Promise<UndoAnswer> {
  const actor = await requireActor('/data')
  try {
    const undone = await undoImport(services(), actor, importId)
    revalidatePath('/data', 'layout')
    return undone
  } catch (error) {
    return { message: importErrorText(error).message }
  }
}
