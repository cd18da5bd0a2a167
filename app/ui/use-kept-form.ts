'use client'

import { type FormEvent, type RefObject, startTransition, useEffect, useRef } from 'react'

interface KeptForm {
  ref: RefObject<HTMLFormElement | null>
  action: (data: FormData) => void
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
  noValidate: true
}

/** A field to correct, or the first choice of a group that lacks one. */
const WRONG = '[aria-invalid=true], [data-invalid] input'

/**
 * Attributes of a form that keeps what was written: React empties a form after its action, also where the action
 * refused it. After a refusal the first field to correct gets the focus, which also makes a screen reader say what is
 * wrong. Without JavaScript the form's own `action` is used.
 * @param send what `useActionState` gives
 * @param problems by field, a new object after each answer
 * @param emptied the form is emptied when this changes to something
 */
export function useKeptForm(
  send: (data: FormData) => void,
  problems: Record<string, string | null | undefined>,
  emptied: unknown = null,
): KeptForm {
  const ref = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (Object.keys(problems).length) ref.current?.querySelector<HTMLElement>(WRONG)?.focus()
  }, [problems])
  useEffect(() => {
    if (emptied) ref.current?.reset()
  }, [emptied])
  return {
    ref,
    action: send,
    noValidate: true,
    onSubmit: event => {
      event.preventDefault()
      const data = new FormData(event.currentTarget)
      startTransition(() => send(data))
    },
  }
}
