'use server'

import { revalidatePath } from 'next/cache'
import { errorText } from '#app/error-text.ts'
import { requireActor } from '#app/session.ts'
import type { FormAnswer } from '#app/ui/form-answer.ts'
import { type FigureRef, refOfKey } from '#editor/core/figure.ts'
import { isFigureKind } from '#editor/core/figure-words.ts'
import { changeIndicator } from '#server/indicators/catalogue/change-indicator.ts'
import { correctFigure } from '#server/indicators/correct-figure.ts'
import { services } from '#server/services.ts'
import { indicatorAddress } from '../../indicator-address.ts'
import { readBreaks } from './breaks-text.ts'
import { sv } from './sv.ts'

export interface FactsState extends FormAnswer {
  saved: boolean
}

export interface CorrectionState extends FormAnswer {
  /** `same`: the figure was already that. */
  saved: 'written' | 'same' | null
}

/** The figure that the form is about: one that is there, or one that is named by its parts. */
function figureOf(indicatorId: string, form: FormData): FigureRef {
  const key = words(form, 'figure')
  if (key) return { ...refOfKey(key), indicatorId }
  const [kind, gender] = [words(form, 'kind'), words(form, 'gender')]
  return {
    indicatorId,
    kind: isFigureKind(kind) ? kind : 'result',
    gender: gender === 'K' || gender === 'M' ? gender : 'T',
    period: words(form, 'period').trim(),
  }
}

export async function correctAction(
  indicatorId: string,
  _before: CorrectionState,
  form: FormData,
): Promise<CorrectionState> {
  const actor = await requireActor(indicatorAddress(indicatorId))
  try {
    const correction = { value: words(form, 'value'), reason: words(form, 'reason') }
    const written = await correctFigure(services(), actor, figureOf(indicatorId, form), correction)
    revalidatePath('/data', 'layout')
    return { saved: written ? 'written' : 'same', problems: {}, problem: null }
  } catch (error) {
    const { code, message, fields = {} } = errorText(error)
    const problems = Object.fromEntries(
      Object.entries(fields).map(([field, why]) => [field, sv.correct.problems[why] ?? message]),
    )
    return { saved: null, problems, problem: code === 'invalid-input' ? null : message }
  }
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
