'use client'

import { useActionState } from 'react'
import { noAnswer } from './no-answer.ts'

/**
 * `useActionState` for a form whose action may get no answer: the network goes, or the server fails. React would put the
 * error page in the place of the form and of all that was filled in.
 * @param unanswered what the form says then
 * @returns as `useActionState` does
 */
export function useFormAction<State>(
  action: (before: Awaited<State>, data: FormData) => State | Promise<State>,
  initial: Awaited<State>,
  unanswered: (text: string, before: Awaited<State>) => State,
): [state: Awaited<State>, send: (data: FormData) => void, sending: boolean] {
  return useActionState<State, FormData>(async (before, data) => {
    try {
      return await action(before, data)
    } catch (error) {
      return unanswered(noAnswer(error), before)
    }
  }, initial)
}
