import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { placesOf } from '../../blocks/places-of.ts'
import { refOfKey } from '../../core/figure.ts'
import { figureName } from '../../core/figure-words.ts'
import type { MovedFigure } from '../../core/moved-figure.ts'
import type { SectionStructure } from '../../core/report-page.ts'
import { showValue } from '../../core/show-value.ts'
import { Button } from '../../ui/button.tsx'
import { fragmentContent } from '../collab/refused-text.ts'
import { useSurface } from '../surface-context.ts'
import { headingId } from '../text/places.ts'
import { sv as words } from './sv.ts'

const sv = words.moved

export interface MovedNoteProps {
  section: SectionStructure
  moved: MovedFigure[]
  canAccept: boolean
}

/** Says which figures have another value than when the section was reviewed, and where it shows them. */
export function MovedNote({ section, moved, canAccept }: MovedNoteProps) {
  const { structure } = useSurface()
  const accept = (figures: MovedFigure[]): void => {
    // The button goes away; whoever pressed it is left at the section that it was about.
    document.getElementById(headingId(section.id))?.focus({ preventScroll: true })
    void structure.acceptFigures(section.id, figures)
  }
  return (
    <div className="rounded-lg bg-warn-soft px-3 py-2 print:hidden" data-moved>
      <p className="flex items-start gap-2 font-semibold">
        <TriangleAlert aria-hidden className="mt-1 size-4 shrink-0 text-warn" />
        {sv.title(moved.length)}
      </p>
      <ul className="mt-1 flex flex-col gap-2 pl-6">
        {moved.map(figure => (
          <MovedRow
            key={figure.key}
            figure={figure}
            sectionId={section.id}
            onAccept={canAccept ? () => accept([figure]) : null}
          />
        ))}
      </ul>
      {canAccept && moved.length > 1 && (
        <Button size="sm" className="mt-2 ml-6" onClick={() => accept(moved)}>
          {sv.acceptAll(moved.length)}
        </Button>
      )}
    </div>
  )
}

interface MovedRowProps {
  figure: MovedFigure
  sectionId: string
  onAccept: (() => void) | null
}

function MovedRow({ figure: { key, indicator, before, after }, sectionId, onAccept }: MovedRowProps) {
  const { tools } = useSurface()
  const name = figureName(indicator, refOfKey(key))
  return (
    <li>
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span>
          {name}:{' '}
          <span className="font-semibold tabular-nums">
            {showValue(indicator, { value: before })} <span aria-hidden>→</span>
            <span className="sr-only">{sv.became}</span> {showValue(indicator, { value: after })}
          </span>
        </span>
        <Button size="sm" variant="ghost" onClick={() => tools.showPassport(refOfKey(key))} aria-label={sv.whyOf(name)}>
          {sv.why}
        </Button>
        {onAccept && (
          <Button size="sm" onClick={onAccept} aria-label={sv.acceptOf(name)}>
            {sv.accept}
          </Button>
        )}
      </div>
      <Places sectionId={sectionId} figure={key} />
    </li>
  )
}

/** Every sentence and table of the section that shows the figure, looked up when it is asked for. */
function Places({ sectionId, figure }: { sectionId: string; figure: string }) {
  const { connection, figures, tools } = useSurface()
  const [places, setPlaces] = useState<string[] | null>(null)
  const look = (): void => {
    const { room } = connection.getSnapshot()
    if (!room) return
    const context = { data: figures.getSnapshot(), imageUrl: tools.api.imageUrl }
    setPlaces([...new Set(placesOf(fragmentContent(room.doc, sectionId), figure, context))])
  }
  return (
    <details onToggle={event => event.currentTarget.open && look()}>
      <summary className="w-fit cursor-pointer text-sm text-accent underline">{sv.where}</summary>
      <ul className="mt-1 flex list-disc flex-col gap-1 pl-5 text-sm">
        {places?.map(place => (
          <li key={place}>{place}</li>
        ))}
        {places?.length === 0 && <li>{sv.nowhere}</li>}
      </ul>
    </details>
  )
}
