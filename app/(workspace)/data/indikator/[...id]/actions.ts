'use server'

import { revalidatePath } from 'next/cache'
import { errorText } from '#app/error-text.ts'
import { requireActor } from '#app/session.ts'
import { changeIndicator } from '#server/indicators/catalogue/change-indicator.ts'
import { services } from '#server/services.ts'
import { indicatorAddress } from '../../indicator-address.ts'
import { readBreaks } from './breaks-text.ts'
import { sv } from './sv.ts'

export interface FactsState {
  saved: boolean
  /** By field: what is wrong and what to do. */
  problems: Record<string, string>
  /** About the whole form. */
  problem: string | null
}

const words = (form: FormData, name: string): string => String(form.get(name) ?? '')

export async function saveFactsAction(indicatorId: string, _before: FactsState, form: FormData): Promise<FactsState> {
  const actor = await requireActor(indicatorAddress(indicatorId))
  const smallNumber = words(form, 'smallNumber').trim()
  try {
    await changeIndicator(services(), actor, indicatorId, {
      definition: words(form, 'definition'),
      ownerRole: words(form, 'ownerRole') || null,
      rhythm: words(form, 'rhythm'),
      smallNumber: smallNumber === '' ? null : Number(smallNumber),
      doesNotSum: form.has('doesNotSum'),
      breaks: readBreaks(words(form, 'breaks')),
    })
  } catch (error) {
    const { code, message, fields } = errorText(error)
    const problems = Object.fromEntries(
      Object.keys(fields ?? {}).flatMap(field => {
        const text = sv.form.problems[field]
        return text ? [[field, text]] : []
      }),
    )
    const explained = code === 'invalid-input' && Object.keys(problems).length > 0
    return { saved: false, problems, problem: explained ? null : message }
  }
  revalidatePath('/data', 'layout')
  return { saved: true, problems: {}, problem: null }
}
