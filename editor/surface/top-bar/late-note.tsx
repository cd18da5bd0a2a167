import { CalendarClock } from 'lucide-react'
import { isLate } from '../../core/section-state.ts'
import { useStore, useSurface } from '../surface-context.ts'
import { useToday } from '../use-today.ts'
import { sv } from './sv.ts'

/** To those who manage the report: how much is late, and where to see whose it is and remind them. */
export function LateNote() {
  const { sections, report, may } = useStore(useSurface().structure, state => state.structure)
  const today = useToday()
  const late = sections.filter(section => isLate(section, today)).length
  if (!may.manage || report.lockedAt || late === 0) return null
  return (
    <p className="mt-2 print:hidden">
      <a
        href={`/rapporter/${report.id}/lagkrav#sena-avsnitt`}
        className="inline-flex items-center gap-1.5 font-medium text-bad underline underline-offset-2"
      >
        <CalendarClock aria-hidden className="size-4" />
        {sv.late(late)}
      </a>
    </p>
  )
}
