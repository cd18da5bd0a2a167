'use client'

import { useActionState, useEffect, useRef } from 'react'
import { TextField } from '#app/ui/text-field.tsx'
import { Button } from '#editor/ui/button.tsx'
import { Field } from '#editor/ui/field.tsx'
import { Notice } from '#editor/ui/notice.tsx'
import { type KoladaFormState, saveKoladaAction } from '../actions.ts'
import { sv } from '../sv.ts'

const NOTHING: KoladaFormState = { saved: false, problems: {}, problem: null, sent: null }

export interface KoladaFormProps {
  municipality: string
  comparison: string
  kpis: string
  years: string
  nightly: boolean
}

export function KoladaForm(kept: KoladaFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const [{ saved, problems, problem, sent }, save, saving] = useActionState(saveKoladaAction, NOTHING)
  const shown = sent ?? kept

  // After a refusal the first field to correct gets the focus, which also makes a screen reader say what is wrong.
  useEffect(() => {
    if (Object.keys(problems).length) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [problems])

  return (
    <form ref={form} action={save} noValidate className="flex flex-col gap-5">
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <TextField
          label={sv.municipality}
          hint={sv.municipalityHint}
          error={problems.municipality ?? null}
          name="municipality"
          required
          maxLength={7}
          defaultValue={shown.municipality}
        />
        <TextField
          label={sv.comparison}
          hint={sv.comparisonHint}
          error={problems.comparison ?? null}
          name="comparison"
          maxLength={7}
          defaultValue={shown.comparison}
        />
      </div>
      <Field label={sv.kpis} hint={sv.kpisHint} error={problems.kpis}>
        {control => (
          <textarea {...control} name="kpis" rows={5} required spellCheck={false} defaultValue={shown.kpis} />
        )}
      </Field>
      <TextField
        label={sv.years}
        hint={sv.yearsHint}
        error={problems.years ?? null}
        name="years"
        inputMode="numeric"
        required
        className="max-w-32"
        defaultValue={shown.years}
      />
      <label className="flex items-start gap-2.5">
        <input
          type="checkbox"
          name="nightly"
          defaultChecked={shown.nightly}
          className="mt-1 size-4 shrink-0 accent-accent"
        />
        <span>
          {sv.nightly}
          <span className="block text-sm text-muted">{sv.nightlyHint}</span>
        </span>
      </label>
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
