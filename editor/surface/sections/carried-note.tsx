import { History } from 'lucide-react'
import type { SectionStructure } from '../../core/report-page.ts'
import { Button } from '../../ui/button.tsx'
import { useStore, useSurface } from '../surface-context.ts'
import { sv as words } from '../sv.ts'
import { headingId } from '../text/places.ts'
import { sv } from './sv.ts'

export interface CarriedNoteProps {
  section: SectionStructure
  /** Null for those who may not write in the section. */
  onConfirm: (() => void) | null
}

/** Says that what stands here came from an earlier report, until somebody has gone through it. */
export function CarriedNote({ section, onConfirm }: CarriedNoteProps) {
  const { madeFrom, year } = useStore(useSurface().structure, state => state.structure.report)
  const source = madeFrom && (madeFrom.year === year ? `”${madeFrom.title}”` : String(madeFrom.year))
  const label = sv.confirm(section.hasText)
  const confirm = (): void => {
    // The button goes away; whoever pressed it is left at the section that it was about.
    document.getElementById(headingId(section.id))?.focus({ preventScroll: true })
    onConfirm?.()
  }
  return (
    <div
      className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg bg-warn-soft px-3 py-2 print:hidden"
      data-carried
    >
      <p className="flex min-w-0 grow items-start gap-2">
        <History aria-hidden className="mt-1 size-4 shrink-0 text-warn" />
        {sv.carried(source, section.hasText)}
      </p>
      {onConfirm && (
        <Button
          size="sm"
          title={sv.confirmHint}
          aria-label={sv.of(label, words.sectionName(section.number, section.heading))}
          onClick={confirm}
        >
          {label}
        </Button>
      )}
    </div>
  )
}
