'use server'

import { redirect } from 'next/navigation'
import { InvalidInputError } from '#server/errors.ts'
import { answerQuestions, readQuestions } from '#server/indicators/answer-questions.ts'
import { DraftGoneError } from '#server/indicators/errors.ts'
import { services } from '#server/services.ts'
import { requireActor } from '../../../../../session.ts'

export interface AnswerState {
  /** Code of what is wrong per field. */
  fields: Record<string, string>
  /** About the whole form. */
  problem: string | null
}

const textIn = (form: FormData, name: string): string => String(form.get(name) ?? '')

export async function answerAction(draftId: string, _: AnswerState, form: FormData): Promise<AnswerState> {
  const actor = await requireActor(`/data/importera/${draftId}/fragor`)
  const answers = { period: textIn(form, 'period'), year: textIn(form, 'year'), area: textIn(form, 'area') }
  try {
    const { questions } = await readQuestions(services(), actor, draftId)
    const missing = (['period', 'year'] as const).filter(field => questions[field] && answers[field].trim() === '')
    if (missing.length) return { fields: Object.fromEntries(missing.map(field => [field, 'missing'])), problem: null }
    await answerQuestions(services(), actor, draftId, answers)
  } catch (error) {
    if (error instanceof InvalidInputError) return { fields: error.fields, problem: null }
    if (!(error instanceof DraftGoneError)) throw error
  }
  redirect(`/data/importera/${draftId}`)
}
