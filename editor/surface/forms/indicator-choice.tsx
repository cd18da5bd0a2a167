import { useId } from 'react'
import { Button } from '../../ui/button.tsx'
import type { CatalogueSource } from '../report-api.ts'
import { byArea } from './catalogue.ts'
import { CheckBox } from './check-box.tsx'
import { sv } from './sv.ts'

export interface IndicatorChoiceProps {
  source: CatalogueSource
  chosen: ReadonlySet<string>
  onChange: (chosen: Set<string>) => void
  error: string | null
}

/** The indicators of one source, by area, as checkboxes. */
export function IndicatorChoice({ source, chosen, onChange, error }: IndicatorChoiceProps) {
  const errorId = useId()
  const toggle = (id: string): void => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChange(next)
  }
  return (
    <fieldset aria-describedby={error ? errorId : undefined} className="flex flex-col gap-2">
      <legend className="mb-1.5 font-semibold">{sv.indicators}</legend>
      <div className="flex gap-2">
        <Button
          size="sm"
          onClick={() => onChange(new Set([...chosen, ...source.indicators.map(indicator => indicator.id)]))}
        >
          {sv.all}
        </Button>
        <Button
          size="sm"
          variant="ghost"
          onClick={() => onChange(new Set([...chosen].filter(id => !source.indicators.some(one => one.id === id))))}
        >
          {sv.clear}
        </Button>
      </div>
      {/* A scrolling box must be reachable by keyboard; its checkboxes are. */}
      <div className="max-h-64 overflow-y-auto rounded-md border border-control p-3">
        {byArea(source).map(({ area, indicators }) => (
          <fieldset key={area} className="not-first:mt-3">
            <legend className={area ? 'text-sm font-semibold text-muted' : 'sr-only'}>{area || sv.noArea}</legend>
            {indicators.map(indicator => (
              <CheckBox
                key={indicator.id}
                label={indicator.name}
                checked={chosen.has(indicator.id)}
                onChange={() => toggle(indicator.id)}
              />
            ))}
          </fieldset>
        ))}
      </div>
      {error && (
        <p id={errorId} className="text-sm font-medium text-bad">
          {error}
        </p>
      )}
    </fieldset>
  )
}
