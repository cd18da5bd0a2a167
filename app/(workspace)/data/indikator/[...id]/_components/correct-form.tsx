'use client'

import { useId } from 'react'
import { FormEnd } from '#app/ui/form-end.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { useFormAction } from '#app/ui/use-form-action.ts'
import { useKeptForm } from '#app/ui/use-kept-form.ts'
import { type FigureRef, figureKey } from '#editor/core/figure.ts'
import { GENDER_NAMES, KIND_NAMES } from '#editor/core/figure-words.ts'
import { type CorrectionState, correctAction } from '../actions.ts'
import { sv as words } from '../sv.ts'

const sv = words.correct
const NOTHING: CorrectionState = { saved: null, problems: {}, problem: null }

export interface CorrectFormProps {
  indicatorId: string
  /** The figure that is corrected; null for one that is written in anew. */
  figure: FigureRef | null
  /** What it is now, as a person writes it. */
  value: string
  byGender: boolean
}

/** A figure that somebody writes by hand, with the reason. */
export function CorrectForm({ indicatorId, figure, value, byGender }: CorrectFormProps) {
  const [{ saved, problems, problem }, save, saving] = useFormAction(correctAction.bind(null, indicatorId), NOTHING)
  const heading = useId()
  const form = useKeptForm(save, problems)
  return (
    <form {...form} aria-labelledby={heading} className="flex max-w-2xl flex-col gap-4">
      <h3 id={heading} className="font-semibold">
        {figure ? sv.title : sv.newTitle}
      </h3>
      {figure ? (
        <input type="hidden" name="figure" value={figureKey(figure)} />
      ) : (
        <div className="grid gap-4 sm:grid-cols-3">
          <TextField label={sv.period} hint={sv.periodHint} error={problems.period ?? null} name="period" />
          <SelectField
            label={sv.kind}
            name="kind"
            options={Object.entries(KIND_NAMES).map(([key, label]) => ({ value: key, label }))}
          />
          {byGender && (
            <SelectField
              label={sv.gender}
              name="gender"
              options={Object.entries(GENDER_NAMES).map(([key, label]) => ({ value: key, label }))}
            />
          )}
        </div>
      )}
      <TextField
        label={sv.value}
        hint={sv.valueHint}
        error={problems.value ?? null}
        name="value"
        defaultValue={value}
        autoComplete="off"
        className="max-w-48"
      />
      <TextField
        label={sv.reason}
        hint={sv.reasonHint}
        error={problems.reason ?? null}
        name="reason"
        autoComplete="off"
      />
      <FormEnd problem={problem} submit={sv.save} sending={saving} status={!saving && saved && sv.saved[saved]} />
    </form>
  )
}
