import { type FormEvent, useState } from 'react'
import type { IndicatorTableQuery } from '../../blocks/indicator-table/model.ts'
import { sv as words } from '../../blocks/indicator-table/sv.ts'
import { Button } from '../../ui/button.tsx'
import { DialogActions } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { CatalogueSource, ReportApi } from '../report-api.ts'
import { defaultCaption, useCatalogue } from './catalogue.ts'
import { IndicatorChoice } from './indicator-choice.tsx'

const sv = words.form

export interface IndicatorTableFormProps {
  api: Pick<ReportApi, 'indicators'>
  /** The table as it is; a new one has no indicators and no caption, and the report's year. */
  query: IndicatorTableQuery
  onDone: (query: IndicatorTableQuery) => void
  close: () => void
}

export function IndicatorTableForm({ api, ...props }: IndicatorTableFormProps) {
  const { state, retry } = useCatalogue(api)
  if (!state) return <p role="status">{sv.loading}</p>
  if ('error' in state)
    return (
      <Notice tone="bad" alert>
        <p>{state.error}</p>
        <Button size="sm" onClick={retry} className="mt-2">
          {sv.retry}
        </Button>
      </Notice>
    )
  return state.sources.length ? <Choices {...props} sources={state.sources} /> : <p>{sv.none}</p>
}

type ChoicesProps = Omit<IndicatorTableFormProps, 'api'> & { sources: CatalogueSource[] }

const sourceOf = (sources: CatalogueSource[], ids: string[]): CatalogueSource | undefined =>
  sources.find(source => source.indicators.some(indicator => ids.includes(indicator.id)))

function Choices({ sources, query, onDone, close }: ChoicesProps) {
  const isNew = query.indicatorIds.length === 0
  const [source, setSource] = useState(sourceOf(sources, query.indicatorIds) ?? sources[0])
  const [chosen, setChosen] = useState<Set<string>>(new Set(query.indicatorIds))
  const [year, setYear] = useState(String(query.year || ''))
  // Until somebody writes a caption it follows the source and the year.
  const [caption, setCaption] = useState<string | null>(query.caption || null)
  const [errors, setErrors] = useState<{ indicators?: string; year?: string; caption?: string }>({})
  const shownCaption = caption ?? defaultCaption(source, year)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const indicatorIds = (source?.indicators ?? []).map(one => one.id).filter(id => chosen.has(id))
    const found = {
      indicators: indicatorIds.length ? undefined : sv.indicatorsError,
      year: /^\d{4}$/.test(year) ? undefined : sv.yearError,
      caption: shownCaption.trim() ? undefined : sv.captionError,
    }
    setErrors(found)
    if (found.indicators || found.year || found.caption) return
    close()
    onDone({ indicatorIds, year: Number(year), caption: shownCaption.trim() })
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      <Field label={sv.source}>
        {control => (
          <select
            {...control}
            value={source?.source}
            onChange={event => setSource(sources.find(one => one.source === event.target.value))}
          >
            {sources.map(one => (
              <option key={one.source} value={one.source}>
                {one.sourceName}
              </option>
            ))}
          </select>
        )}
      </Field>
      {source && (
        <IndicatorChoice source={source} chosen={chosen} onChange={setChosen} error={errors.indicators ?? null} />
      )}
      <Field label={sv.year} hint={sv.yearHint((source?.years ?? []).join(', '))} error={errors.year}>
        {control => (
          <input {...control} inputMode="numeric" value={year} onChange={event => setYear(event.target.value.trim())} />
        )}
      </Field>
      <Field label={sv.caption} error={errors.caption}>
        {control => <input {...control} value={shownCaption} onChange={event => setCaption(event.target.value)} />}
      </Field>
      <DialogActions>
        <Button onClick={close}>{sv.cancel}</Button>
        <Button type="submit" variant="primary">
          {isNew ? sv.insert : sv.save}
        </Button>
      </DialogActions>
    </form>
  )
}
