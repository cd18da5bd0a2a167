'use client'

import { FormEnd } from '#app/ui/form-end.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { useFormAction } from '#app/ui/use-form-action.ts'
import { useKeptForm } from '#app/ui/use-kept-form.ts'
import { addWebhookAction, type MakeState } from '../actions.ts'
import { sv as words } from '../sv.ts'
import { ShownOnce } from './shown-once.tsx'

const sv = words.webhooks
const NOTHING: MakeState = { made: null, problems: {}, problem: null }

export function WebhookForm() {
  const [{ made, problems, problem }, add, adding] = useFormAction(addWebhookAction, NOTHING)
  const form = useKeptForm(add, problems, made)

  return (
    <form {...form} className="flex flex-col gap-5 rounded-xl border border-line bg-surface p-5 sm:p-6">
      {made && <ShownOnce title={words.secret.madeWebhook} label={words.secret.webhook} secret={made.secret} />}
      <TextField
        type="url"
        label={sv.url}
        hint={sv.urlHint}
        error={problems.url ?? null}
        name="url"
        required
        maxLength={2000}
      />
      <FormEnd problem={problem} submit={sv.add} sending={adding} />
    </form>
  )
}
