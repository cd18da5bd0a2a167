'use client'

import { useActionState } from 'react'
import { noAnswer } from './no-answer.ts'

type FormAction<State> = [state: Awaited<State>, send: (data: FormData) => void, sending: boolean]

/**
 * `useActionState` for a form whose action may get no answer: the network goes, or the server fails. React would put the
 * error page in the place of the form and of all that was filled in.
 * @param initial the state also where there was no answer, with that as its problem
 * @param unanswered what the form says then, where its state has another place for it
 * @returns as `useActionState` does
 */
export function useFormAction<State extends { problem: string | null }>(
  action: (before: Awaited<State>, data: FormData) => State | Promise<State>,
  initial: Awaited<State>,
): FormAction<State>
export function useFormAction<State>(
  action: (before: Awaited<State>, data: FormData) => State | Promise<State>,
  initial: Awaited<State>,
  unanswered: (text: string, before: Awaited<State>) => State,
): FormAction<State>
export function useFormAction<State>(
  action: (before: Awaited<State>, data: FormData) => State | Promise<State>,
  initial: Awaited<State>,
  unanswered: (text: string, before: Awaited<State>) => State = problem => ({ ...(initial as State), problem }),
): FormAction<State> {
  return useActionState<State, FormData>(async (before, data) => {
    try {
      return await action(before, data)
    } catch (error) {
      return unanswered(noAnswer(error), before)
    }
  }, initial)
}
