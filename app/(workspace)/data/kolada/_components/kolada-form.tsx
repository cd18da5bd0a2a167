'use client'

import { CheckField } from '#app/ui/check-field.tsx'
import { FormEnd } from '#app/ui/form-end.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { useFormAction } from '#app/ui/use-form-action.ts'
import { useKeptForm } from '#app/ui/use-kept-form.ts'
import { type KoladaFormState, saveKoladaAction } from '../actions.ts'
import { sv } from '../sv.ts'

const NOTHING: KoladaFormState = { saved: false, problems: {}, problem: null }

export interface KoladaFormProps {
  municipality: string
  comparison: string
  kpis: string
  years: string
  nightly: boolean
}

export function KoladaForm(kept: KoladaFormProps) {
  const [{ saved, problems, problem }, save, saving] = useFormAction(saveKoladaAction, NOTHING)
  const form = useKeptForm(save, problems)
  return (
    <form {...form} className="flex flex-col gap-5">
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <TextField
          label={sv.municipality}
          hint={sv.municipalityHint}
          error={problems.municipality ?? null}
          name="municipality"
          required
          maxLength={7}
          defaultValue={kept.municipality}
        />
        <TextField
          label={sv.comparison}
          hint={sv.comparisonHint}
          error={problems.comparison ?? null}
          name="comparison"
          maxLength={7}
          defaultValue={kept.comparison}
        />
      </div>
      <TextAreaField
        label={sv.kpis}
        hint={sv.kpisHint}
        error={problems.kpis}
        name="kpis"
        rows={5}
        required
        spellCheck={false}
        defaultValue={kept.kpis}
      />
      <TextField
        label={sv.years}
        hint={sv.yearsHint}
        error={problems.years ?? null}
        name="years"
        inputMode="numeric"
        required
        className="max-w-32"
        defaultValue={kept.years}
      />
      <CheckField name="nightly" label={sv.nightly} hint={sv.nightlyHint} defaultChecked={kept.nightly} />
      <FormEnd problem={problem} submit={sv.save} sending={saving} status={saved && !saving && sv.saved} />
    </form>
  )
}
