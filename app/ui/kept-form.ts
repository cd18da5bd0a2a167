'use client'

import { type FormEvent, startTransition } from 'react'

/**
 * React empties a form after its action, also where the action refused it; sent this way it keeps what was written.
 * Without JavaScript the form's own `action` is used.
 * @param send what `useActionState` gives
 */
export const keptForm = (send: (data: FormData) => void) => ({
  action: send,
  onSubmit: (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    startTransition(() => send(data))
  },
})
