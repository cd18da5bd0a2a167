'use client'

import { CheckField } from '#app/ui/check-field.tsx'
import { FormEnd } from '#app/ui/form-end.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { useFormAction } from '#app/ui/use-form-action.ts'
import { useKeptForm } from '#app/ui/use-kept-form.ts'
import { type FactsState, saveFactsAction } from '../actions.ts'
import { breaksText } from '../breaks-text.ts'
import { sv as words } from '../sv.ts'

const sv = words.form
const NOTHING: FactsState = { saved: false, problems: {}, problem: null }

export interface FactsFormProps {
  indicatorId: string
  definition: string
  ownerRole: string
  rhythm: keyof typeof sv.rhythms
  smallNumber: number | undefined
  doesNotSum: boolean
  breaks: { period: string; note: string }[]
  roles: { key: string; name: string }[]
}

/** What people say of an indicator besides what its source does. */
export function FactsForm({ indicatorId, roles, ...entry }: FactsFormProps) {
  const [{ saved, problems, problem }, save, saving] = useFormAction(saveFactsAction.bind(null, indicatorId), NOTHING)
  const form = useKeptForm(save, problems)
  return (
    <form {...form} className="flex max-w-2xl flex-col gap-5">
      <TextAreaField
        label={sv.definition}
        hint={sv.definitionHint}
        error={problems.definition}
        name="definition"
        defaultValue={entry.definition}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          label={sv.owner}
          name="ownerRole"
          defaultValue={entry.ownerRole}
          placeholder={sv.nobody}
          options={roles.map(({ key, name }) => ({ value: key, label: name }))}
        />
        <SelectField
          label={sv.rhythm}
          name="rhythm"
          defaultValue={entry.rhythm}
          options={Object.entries(sv.rhythms).map(([value, label]) => ({ value, label }))}
        />
      </div>
      <TextField
        label={sv.smallNumber}
        hint={sv.smallNumberHint}
        error={problems.smallNumber ?? null}
        name="smallNumber"
        inputMode="numeric"
        className="max-w-32"
        defaultValue={entry.smallNumber ?? ''}
      />
      <CheckField name="doesNotSum" label={sv.doesNotSum} hint={sv.doesNotSumHint} defaultChecked={entry.doesNotSum} />
      <TextAreaField
        label={sv.breaks}
        hint={sv.breaksHint}
        error={problems.breaks}
        name="breaks"
        defaultValue={breaksText(entry.breaks)}
      />
      <FormEnd problem={problem} submit={sv.save} sending={saving} status={saved && !saving && sv.saved} />
    </form>
  )
}
