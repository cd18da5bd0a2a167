import { PenLine } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { formatDate } from '../../core/format-date.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { useStore, useSurface } from '../surface-context.ts'
import { LateNote } from '../top-bar/late-note.tsx'
import { MakeLinks } from '../top-bar/make-links.tsx'
import { FactsForm } from './facts-form.tsx'
import { sv } from './sv.ts'

/** What the report is called, and until when: read, and changed where it stands by who manages the report. */
export function ReportTitle() {
  const { report, may } = useStore(useSurface().structure, state => state.structure)
  const [changing, setChanging] = useState(false)
  const button = useRef<HTMLDivElement>(null)
  const { title } = report
  const mayChange = may.manage && report.lockedAt === null
  const shownTitle = useRef(title)
  useEffect(() => {
    // The page named itself on the server; the name is followed from then on, also when another changes it.
    if (shownTitle.current === title) return
    document.title = document.title.replace(shownTitle.current, title)
    shownTitle.current = title
  }, [title])
  const close = (): void => {
    setChanging(false)
    // The button comes back with the next drawing.
    requestAnimationFrame(() => button.current?.querySelector('button')?.focus())
  }
  const facts = [
    report.boardName,
    sv.about(report.year),
    report.diaryNumber ?? sv.noDiaryNumber,
    report.deadline && !report.lockedAt && sv.deadlineOf(formatDate(report.deadline)),
  ]
  return (
    <div className="px-4 pt-5 pb-3 sm:px-6">
      {changing && mayChange ? (
        <>
          <h1 className="sr-only">{title}</h1>
          <FactsForm close={close} />
        </>
      ) : (
        <>
          <div className="flex items-start gap-2">
            <h1 className="min-w-0 text-2xl font-semibold sm:text-3xl">{title}</h1>
            {mayChange && (
              <div ref={button} className="print:hidden">
                <IconButton
                  label={sv.change}
                  size="sm"
                  icon={<PenLine aria-hidden />}
                  onClick={() => setChanging(true)}
                />
              </div>
            )}
          </div>
          <p className="mt-1 flex flex-wrap gap-x-4 text-muted">
            {facts.filter(Boolean).map(fact => (
              <span key={String(fact)}>{fact}</span>
            ))}
          </p>
        </>
      )}
      <LateNote />
      <MakeLinks />
    </div>
  )
}
