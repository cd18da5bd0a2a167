'use client'

import { useActionState, useEffect, useRef } from 'react'
import { TextField } from '#app/ui/text-field.tsx'
import { Button } from '#editor/ui/button.tsx'
import { Notice } from '#editor/ui/notice.tsx'
import { addWebhookAction, type MakeState } from '../actions.ts'
import { sv as words } from '../sv.ts'
import { ShownOnce } from './shown-once.tsx'

const sv = words.webhooks
const NOTHING: MakeState = { made: null, problems: {}, problem: null, sent: {} }

export function WebhookForm() {
  const form = useRef<HTMLFormElement>(null)
  const [{ made, problems, problem, sent }, add, adding] = useActionState(addWebhookAction, NOTHING)

  useEffect(() => {
    if (problems.url) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [problems])

  return (
    <form
      ref={form}
      action={add}
      noValidate
      className="flex flex-col gap-5 rounded-xl border border-line bg-surface p-5 sm:p-6"
    >
      {made && <ShownOnce title={words.secret.madeWebhook} label={words.secret.webhook} secret={made.secret} />}
      <TextField
        type="url"
        label={sv.url}
        hint={sv.urlHint}
        error={problems.url ?? null}
        name="url"
        required
        maxLength={2000}
        defaultValue={sent.url ?? ''}
      />
      {problem && (
        <Notice tone="bad" alert>
          {problem}
        </Notice>
      )}
      <div>
        <Button type="submit" variant="primary" disabled={adding}>
          {sv.add}
        </Button>
      </div>
    </form>
  )
}
