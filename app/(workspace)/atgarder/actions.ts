'use server'

import { errorText } from '#app/error-text.ts'
import { requireActor } from '#app/session.ts'
import { setValue } from '#server/reports/set-value.ts'
import { services } from '#server/services.ts'
import { type EditableKey, isEditable } from './editable.ts'
import { sv } from './sv.ts'

/**
 * Changes an åtgärd from the register, by the same way as in its report.
 * @returns Swedish: what is wrong and what to do; null when it is saved
 */
export async function setMeasureAction(id: string, key: EditableKey, value: string): Promise<string | null> {
  const actor = await requireActor('/atgarder')
  try {
    if (!isEditable(key)) return sv.otherProblem
    await setValue(services(), actor, { of: 'unit', id, key, value })
    return null
  } catch (error) {
    const { code, message, fields } = errorText(error)
    return code === 'invalid-input' ? (sv.problems[fields?.value ?? ''] ?? sv.otherProblem) : message
  }
}
