'use client'

import { useActionState } from 'react'
import { keptForm } from '#app/ui/kept-form.ts'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { Button } from '#editor/ui/button.tsx'
import { Field } from '#editor/ui/field.tsx'
import { Notice } from '#editor/ui/notice.tsx'
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
  const [{ saved, problems, problem }, save, saving] = useActionState(saveFactsAction.bind(null, indicatorId), NOTHING)
  return (
    <form {...keptForm(save)} className="flex max-w-2xl flex-col gap-5">
      <Field label={sv.definition} hint={sv.definitionHint} error={problems.definition}>
        {control => <textarea {...control} name="definition" rows={3} defaultValue={entry.definition} />}
      </Field>
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
      <label className="flex items-start gap-2.5">
        <input
          type="checkbox"
          name="doesNotSum"
          defaultChecked={entry.doesNotSum}
          className="mt-1 size-4 shrink-0 accent-accent"
        />
        <span>
          {sv.doesNotSum}
          <span className="block text-sm text-muted">{sv.doesNotSumHint}</span>
        </span>
      </label>
      <Field label={sv.breaks} hint={sv.breaksHint} error={problems.breaks}>
        {control => <textarea {...control} name="breaks" rows={3} defaultValue={breaksText(entry.breaks)} />}
      </Field>
      {problem && (
        <Notice tone="bad" alert>
          {problem}
        </Notice>
      )}
      <div className="flex items-center gap-4">
        <Button type="submit" variant="primary" disabled={saving}>
          {sv.save}
        </Button>
        <p role="status" className="font-medium text-good">
          {saved && !saving && sv.saved}
        </p>
      </div>
    </form>
  )
}
