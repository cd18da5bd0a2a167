import { Undo2 } from 'lucide-react'
import { formatInstant } from '../../core/format-date.ts'
import type { SectionStructure } from '../../core/report-page.ts'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../sections/disclosure.tsx'
import { useSurface } from '../surface-context.ts'
import { sv } from './sv.ts'

/** What was taken out of a section's lists, to bring back. */
export function RemovedList({ section }: { section: SectionStructure }) {
  const { structure } = useSurface()
  if (!section.removed.length) return null
  return (
    <div className="mt-3 print:hidden">
      <Disclosure summary={sv.gone(section.removed.length)}>
        <ul className="mt-1 flex flex-col gap-1">
          {section.removed.map(({ id, name, removedAt, removedBy }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-3">
              <span className="min-w-0 truncate">{name}</span>
              <span className="text-sm text-muted">{sv.goneBy(removedBy, formatInstant(removedAt))}</span>
              <Button
                size="sm"
                icon={<Undo2 aria-hidden />}
                aria-label={sv.bringBackNamed(name)}
                onClick={() => void structure.restoreUnit(section.id, id)}
              >
                {sv.bringBack}
              </Button>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  )
}
