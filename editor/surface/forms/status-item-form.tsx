import { type FormEvent, useState } from 'react'
import { MANUAL_STATUSES, type ManualStatus, type StatusItem } from '../../blocks/status-list/item.ts'
import { sv as words } from '../../blocks/status-list/sv.ts'
import { Button } from '../../ui/button.tsx'
import { DialogActions } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import type { CatalogueSource, ReportApi } from '../report-api.ts'
import { PartField } from './part-field.tsx'
import { SelectField } from './select-field.tsx'
import { sv as common } from './sv.ts'
import { WithCatalogue } from './with-catalogue.tsx'

const sv = words.form

export interface StatusItemFormProps {
  api: Pick<ReportApi, 'indicators'>
  item: StatusItem
  onDone: (item: StatusItem) => void
  close: () => void
}

/** What says the status: nobody yet, a person, or an indicator. */
type Choice = '' | ManualStatus | 'indicator'

const CHOICES: [Choice, string][] = [
  ['', words.unset.text],
  ...MANUAL_STATUSES.map((status): [Choice, string] => [status, words.statuses[status].text]),
  ['indicator', sv.follows],
]

interface IndicatorFieldProps {
  sources: CatalogueSource[]
  value: string
  error: string | undefined
  onChange: (id: string) => void
}

function IndicatorField({ sources, value, error, onChange }: IndicatorFieldProps) {
  return (
    <Field label={sv.indicator} error={error}>
      {control => (
        <select {...control} value={value} onChange={event => onChange(event.target.value)}>
          <option value="">{sv.choose}</option>
          {sources.map(source => (
            <optgroup key={source.source} label={source.sourceName}>
              {source.indicators.map(({ id, area, name }) => (
                <option key={id} value={id}>
                  {area ? `${area}: ${name}` : name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  )
}

export function StatusItemForm({ api, item, onDone, close }: StatusItemFormProps) {
  const isNew = !item.goal && !item.indicatorId
  const [goal, setGoal] = useState(item.goal)
  const [choice, setChoice] = useState<Choice>(item.indicatorId === null ? (item.status ?? '') : 'indicator')
  const [indicatorId, setIndicatorId] = useState(item.indicatorId ?? '')
  const [year, setYear] = useState(String(item.year || ''))
  const [part, setPart] = useState(item.part)
  const [errors, setErrors] = useState<{ goal?: string; indicator?: string; year?: string }>({})
  const isBound = choice === 'indicator'

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    event.stopPropagation()
    const found = {
      ...(goal.trim() ? {} : { goal: sv.goalError }),
      ...(isBound && !indicatorId ? { indicator: sv.indicatorError } : {}),
      ...(isBound && !/^\d{4}$/.test(year) ? { year: common.yearError } : {}),
    }
    setErrors(found)
    if (Object.keys(found).length) return
    close()
    onDone({
      goal: goal.trim(),
      indicatorId: isBound ? indicatorId : null,
      status: choice === '' || choice === 'indicator' ? null : choice,
      year: Number(year) || item.year,
      part,
    })
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      <Field label={sv.goal} error={errors.goal}>
        {control => <input {...control} value={goal} onChange={event => setGoal(event.target.value)} />}
      </Field>
      <SelectField label={sv.status} value={choice} onChange={setChoice} options={CHOICES} />
      {isBound && (
        <>
          <WithCatalogue api={api}>
            {sources => (
              <IndicatorField
                sources={sources}
                value={indicatorId}
                error={errors.indicator}
                onChange={setIndicatorId}
              />
            )}
          </WithCatalogue>
          <Field label={common.year} error={errors.year}>
            {control => (
              <input
                {...control}
                inputMode="numeric"
                value={year}
                onChange={event => setYear(event.target.value.trim())}
              />
            )}
          </Field>
          <PartField value={part} onChange={setPart} />
        </>
      )}
      <DialogActions>
        <Button onClick={close}>{common.cancel}</Button>
        <Button type="submit" variant="primary">
          {isNew ? sv.add : common.save}
        </Button>
      </DialogActions>
    </form>
  )
}
