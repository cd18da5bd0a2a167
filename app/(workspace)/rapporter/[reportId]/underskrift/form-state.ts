import type { FormAnswer } from '#app/ui/form-answer.ts'

export interface SigningFormState extends FormAnswer {
  saved: boolean
}

export const NOTHING: SigningFormState = { problems: {}, problem: null, saved: false }
