import { useEffect, useId, useState } from 'react'
import { sv as words } from '../../blocks/bound-number/sv.ts'
import { type FigureRef, figureKey } from '../../core/figure.ts'
import { periodName } from '../../core/period.ts'
import { showValue } from '../../core/show-value.ts'
import { Field, FieldError } from '../../ui/field.tsx'
import type { SurfaceTools } from '../block-view.ts'
import { errorMessage, type FoundFigures } from '../report-api.ts'

const sv = words.form
const PAUSE_MS = 200

/** What a search found, asked again a moment after the last key. */
function useFound({ api, year }: SurfaceTools, query: string): { found: FoundFigures | null; failed: string | null } {
  const [state, setState] = useState<{ found: FoundFigures | null; failed: string | null }>({
    found: null,
    failed: null,
  })
  useEffect(() => {
    const stop = new AbortController()
    const timer = setTimeout(() => {
      api.findFigures(query, year, stop.signal).then(
        found => setState({ found, failed: null }),
        (error: unknown) => stop.signal.aborted || setState({ found: null, failed: errorMessage(error) }),
      )
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [api, year, query])
  return state
}

export interface FigureChoiceProps {
  tools: SurfaceTools
  chosen: FigureRef | null
  onChange: (ref: FigureRef) => void
  error: string | null
}

/** A search among the organisation's figures, and what it found. */
export function FigureChoice({ tools, chosen, onChange, error }: FigureChoiceProps) {
  const [query, setQuery] = useState('')
  const { found, failed } = useFound(tools, query)
  const errorId = useId()
  return (
    <>
      <Field label={sv.search} hint={sv.searchHint}>
        {control => <input {...control} type="search" value={query} onChange={event => setQuery(event.target.value)} />}
      </Field>
      <fieldset aria-describedby={error ? errorId : undefined}>
        <legend className="mb-1.5 font-semibold">{sv.choices}</legend>
        <div className="max-h-64 overflow-y-auto rounded-md border border-control p-2">
          {!found && <p className="text-muted">{failed ?? words.menu.loading}</p>}
          {found?.refs.length === 0 && <p className="text-muted">{words.menu.none}</p>}
          {found?.refs.map(ref => (
            <Choice
              key={figureKey(ref)}
              figureRef={ref}
              found={found}
              checked={chosen?.indicatorId === ref.indicatorId}
              onChange={() => onChange(ref)}
            />
          ))}
        </div>
        {error && <FieldError id={errorId}>{error}</FieldError>}
      </fieldset>
    </>
  )
}

interface ChoiceProps {
  figureRef: FigureRef
  found: FoundFigures
  checked: boolean
  onChange: () => void
}

function Choice({ figureRef, found: { data }, checked, onChange }: ChoiceProps) {
  const indicator = data.indicators[figureRef.indicatorId]
  const figure = data.figures[figureKey(figureRef)]
  if (!indicator) return null
  return (
    <label className="flex min-h-8 items-start gap-2.5 py-1">
      <input
        type="radio"
        name="figure"
        checked={checked}
        onChange={onChange}
        className="mt-1 size-4 shrink-0 accent-accent"
      />
      <span className="min-w-0 grow">
        {indicator.name}
        <span className="block text-sm text-muted">
          {[indicator.area, periodName(figureRef.period)].filter(Boolean).join(' · ')}
        </span>
      </span>
      <span className="shrink-0 font-semibold tabular-nums">
        {figure ? showValue(indicator, figure) : words.menu.noValue}
      </span>
    </label>
  )
}
