'use client'

import { FormEnd } from '#app/ui/form-end.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { useFormAction } from '#app/ui/use-form-action.ts'
import { useKeptForm } from '#app/ui/use-kept-form.ts'
import { dispatchAction } from '../actions.ts'
import { NOTHING } from '../form-state.ts'
import { sv as words } from '../sv.ts'

const sv = words.dispatch

export interface DispatchFormProps {
  reportId: string
  /** Who the document type is sent to, as a proposal. */
  recipients: string[]
  /** ISO date. */
  today: string
}

export function DispatchForm({ reportId, recipients, today }: DispatchFormProps) {
  const [{ problems, problem, saved }, send, sending] = useFormAction(dispatchAction.bind(null, reportId), NOTHING)
  // What is noted cannot be changed: pressed once more, the same button shall not note the same again.
  const form = useKeptForm(send, problems, saved && problems)
  return (
    <form {...form} className="flex max-w-2xl flex-col gap-5 border-t border-line pt-5">
      <TextAreaField
        label={sv.recipients}
        hint={sv.recipientsHint}
        error={problems.recipients ?? null}
        name="recipients"
        rows={4}
        defaultValue={recipients.join('\n')}
      />
      <TextField
        type="date"
        label={sv.sentOn}
        error={problems.sentOn ?? null}
        name="sentOn"
        defaultValue={today}
        max={today}
        className="sm:!w-56"
      />
      <div className="max-w-md">
        <SelectField
          label={sv.audience}
          name="audience"
          options={Object.entries(sv.audiences).map(([value, label]) => ({ value, label }))}
        />
      </div>
      <TextField label={sv.note} name="note" maxLength={1000} autoComplete="off" />
      <FormEnd problem={problem} submit={sv.submit} sending={sending} status={!sending && saved && sv.saved} />
    </form>
  )
}
