import { type ComponentProps, useEffect, useState } from 'react'
import type { ReportChoice as Choice } from '../report-api.ts'
import { useSurface } from '../surface-context.ts'
import { sv } from './sv.ts'

export interface ReportChoiceProps extends Omit<ComponentProps<'select'>, 'onChange' | 'value'> {
  /** Document types that may be chosen; all without it. */
  templates: string[] | undefined
  /** Id of a report; empty for none. */
  value: string
  onChange: (id: string) => void
}

/** Another report of the organisation, by its title. */
export function ReportChoice({ templates, value, onChange, ...attributes }: ReportChoiceProps) {
  const { tools, reportId } = useSurface()
  const [choices, setChoices] = useState<Choice[] | null>(null)
  useEffect(() => {
    let here = true
    tools.api.reports().then(
      all => here && setChoices(all),
      () => here && setChoices([]),
    )
    return () => {
      here = false
    }
  }, [tools.api])
  const offered = (choices ?? []).filter(
    ({ id, templateKey }) => id !== reportId && (!templates || templates.includes(templateKey)),
  )
  return (
    <>
      <select {...attributes} value={value} onChange={event => onChange(event.target.value)}>
        <option value="">{sv.choose}</option>
        {value && !offered.some(({ id }) => id === value) && <option value={value}>…</option>}
        {offered.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      {choices && !offered.length && !value && <p className="text-sm text-muted">{sv.noReports}</p>}
    </>
  )
}
