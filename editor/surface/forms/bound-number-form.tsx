import { type FormEvent, useState } from 'react'
import {
  bindingFigures,
  boundText,
  formsOf,
  type NumberBinding,
  type NumberForm,
} from '../../blocks/bound-number/model.ts'
import { sv as words } from '../../blocks/bound-number/sv.ts'
import type { FigureRef } from '../../core/figure.ts'
import { GENDER_NAMES, KIND_NAMES } from '../../core/figure-words.ts'
import { periodName } from '../../core/period.ts'
import { Button } from '../../ui/button.tsx'
import { DialogActions } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import type { SurfaceTools } from '../block-view.ts'
import { useFigures } from '../figures/use-figures.ts'
import { FigureChoice } from './figure-choice.tsx'
import { usePeriods } from './use-periods.ts'

const sv = words.form

export interface BoundNumberFormProps {
  tools: SurfaceTools
  /** The number as it is; null for a new one. */
  binding: NumberBinding | null
  onDone: (binding: NumberBinding) => void
  close: () => void
}

/** Which figure, and in which words. */
export function BoundNumberForm({ tools, binding, onDone, close }: BoundNumberFormProps) {
  const [chosen, setChosen] = useState<FigureRef | null>(binding)
  const [form, setForm] = useState<NumberForm>(binding?.form ?? 'unit')
  const [error, setError] = useState<string | null>(null)

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!chosen) {
      setError(sv.choiceError)
      return
    }
    close()
    const { indicatorId, kind, period, gender } = chosen
    onDone({ indicatorId, kind, period, gender, form })
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      {binding === null && (
        <FigureChoice
          tools={tools}
          chosen={chosen}
          error={error}
          onChange={ref => {
            setChosen(ref)
            setError(null)
          }}
        />
      )}
      {chosen && (
        <>
          <WhichValue tools={tools} chosen={chosen} onChange={setChosen} />
          <Words chosen={chosen} form={form} onChange={setForm} />
        </>
      )}
      <DialogActions>
        <Button onClick={close}>{sv.cancel}</Button>
        <Button type="submit" variant="primary">
          {binding ? sv.save : sv.insert}
        </Button>
      </DialogActions>
    </form>
  )
}

interface WhichValueProps {
  tools: SurfaceTools
  chosen: FigureRef
  onChange: (ref: FigureRef) => void
}

/** Period, kind and gender, as far as there is anything to choose. */
function WhichValue({ tools, chosen, onChange }: WhichValueProps) {
  const there = usePeriods(tools.api, chosen)
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <Field label={sv.period}>
        {control => (
          <select
            {...control}
            value={chosen.period}
            onChange={event => onChange({ ...chosen, period: event.target.value })}
          >
            {there.periods.map(period => (
              <option key={period} value={period}>
                {periodName(period)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {there.kinds.length > 1 && (
        <Field label={sv.kind}>
          {control => (
            <select
              {...control}
              value={chosen.kind}
              onChange={event => onChange({ ...chosen, kind: event.target.value as FigureRef['kind'] })}
            >
              {there.kinds.map(kind => (
                <option key={kind} value={kind}>
                  {KIND_NAMES[kind]}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {there.genders.length > 1 && (
        <Field label={sv.gender}>
          {control => (
            <select
              {...control}
              value={chosen.gender}
              onChange={event => onChange({ ...chosen, gender: event.target.value as FigureRef['gender'] })}
            >
              {there.genders.map(gender => (
                <option key={gender} value={gender}>
                  {GENDER_NAMES[gender]}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </div>
  )
}

interface WordsProps {
  chosen: FigureRef
  form: NumberForm
  onChange: (form: NumberForm) => void
}

/** The number in each of its forms, to choose among; forms that say the same are one choice. */
function Words({ chosen, form, onChange }: WordsProps) {
  const every = (['unit', 'changed', 'range'] as const).flatMap(one => bindingFigures({ ...chosen, form: one }))
  const data = useFigures(every)
  const indicator = data.indicators[chosen.indicatorId]
  const shown = new Map<string, NumberForm>()
  for (const one of indicator ? formsOf(indicator) : []) {
    const { text, gap } = boundText({ ...chosen, form: one }, data)
    if ((gap === null || one === form) && (!shown.has(text) || one === form)) shown.set(text, one)
  }
  return (
    <fieldset>
      <legend className="mb-1.5 font-semibold">{sv.form}</legend>
      {[...shown].map(([text, one]) => (
        <label key={one} className="flex min-h-8 items-start gap-2.5 py-1">
          <input
            type="radio"
            name="form"
            checked={one === form}
            onChange={() => onChange(one)}
            className="mt-1 size-4 shrink-0 accent-accent"
          />
          {text}
        </label>
      ))}
    </fieldset>
  )
}
