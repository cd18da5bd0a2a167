import type { Indicator } from '../../core/figure.ts'
import { showValue } from '../../core/show-value.ts'
import type { FigurePassport, FigureUse } from '../report-api.ts'
import { sectionElementId } from '../text/places.ts'
import { sv as words } from './sv.ts'

const sv = words.uses

const state = (indicator: Indicator, { locked, frozenValue }: FigureUse): string | null => {
  if (!locked) return null
  return frozenValue === null ? sv.locked : sv.lockedWith(showValue(indicator, { value: frozenValue }))
}

export interface FigureUsesProps {
  indicator: Indicator
  uses: FigurePassport['uses']
  /** The report that is open: a place in it is on this page. */
  reportId: string
}

export function FigureUses({ indicator, uses: { places, hidden }, reportId }: FigureUsesProps) {
  return (
    <section aria-labelledby="figure-uses">
      <h3 id="figure-uses" className="mb-2 font-semibold">
        {sv.title}
      </h3>
      {places.length === 0 && hidden === 0 && <p className="text-muted">{sv.none}</p>}
      <ul className="flex flex-col gap-1">
        {places.map(place => (
          <li key={`${place.sectionId}`}>
            <a
              className="text-accent underline"
              href={`${place.reportId === reportId ? '' : `/rapporter/${place.reportId}`}#${sectionElementId(place.sectionId)}`}
            >
              {place.reportTitle}, {place.heading}
            </a>
            {place.locked && <span className="text-muted"> ({state(indicator, place)})</span>}
          </li>
        ))}
      </ul>
      {hidden > 0 && <p className="mt-1 text-muted">{sv.hidden(hidden)}</p>}
    </section>
  )
}
