import { Check, PenLine } from 'lucide-react'
import { memo } from 'react'
import type { PageText } from '../../core/page-texts.ts'
import type { SectionStructure } from '../../core/report-page.ts'
import { isLate, isReady } from '../../core/section-state.ts'
import { Button } from '../../ui/button.tsx'
import { CarriedNote } from '../sections/carried-note.tsx'
import { Disclosure } from '../sections/disclosure.tsx'
import { LockSign, WhyReadOnly } from '../sections/lock-sign.tsx'
import { NotApplicableNote } from '../sections/not-applicable.tsx'
import { PeopleHere } from '../sections/people-here.tsx'
import { SectionError } from '../sections/section-error.tsx'
import { StatusIcon, statusPill, statusWord } from '../sections/status-sign.tsx'
import { useNearSection } from '../sections/use-near.ts'
import { useSurface } from '../surface-context.ts'
import { sv as words } from '../sv.ts'
import { headingId, sectionElementId } from '../text/places.ts'
import { SectionText } from '../text/section-text.tsx'
import { PartsAfter, PartsBefore } from '../units/structured-parts.tsx'
import { useToday } from '../use-today.ts'
import { LastText } from './last-text.tsx'
import { sv } from './sv.ts'

export interface OwnSectionProps {
  section: SectionStructure
  text: PageText
  /** Whether the report can be written in at all. */
  isOpen: boolean
  error: string | null
  /** Among the first of the page: shown as soon as the page is. */
  first: boolean
}

/** One section that is the person's own: what is asked for, the answer, and "Klar". */
export const OwnSection = memo(function OwnSection({ section, text, isOpen, error, first }: OwnSectionProps) {
  const { structure, ownForm } = useSurface()
  const { ref, near } = useNearSection(section.id, first)
  const writable = isOpen && section.mayWrite
  const name = words.sectionName(section.number, section.heading)
  const done = isReady(section.status)
  const today = useToday()
  const parts = { section, forms: writable && near, canManage: false }
  const lastText = ownForm?.last?.texts[section.id]

  return (
    <section
      ref={ref}
      id={sectionElementId(section.id)}
      aria-labelledby={headingId(section.id)}
      data-section={section.id}
      className="scroll-mt-(--bar-height) border-y border-line bg-surface px-(--section-inset) py-5 [--section-inset:1rem] sm:rounded-xl sm:border-x sm:[--section-inset:1.5rem]"
    >
      <div className="flex items-start justify-between gap-3">
        <h2 id={headingId(section.id)} tabIndex={-1} className="text-xl font-semibold focus-visible:outline-none">
          <span className="mr-2 text-muted tabular-nums">{section.number}</span>
          {section.heading}
          <LockSign section={section} className="ml-2 inline-block size-4.5 align-baseline" />
        </h2>
        <PeopleHere sectionId={section.id} />
      </div>
      <div className="mt-2 flex flex-col gap-2">
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
          <span className={`inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 ${statusPill(section)}`}>
            <StatusIcon section={section} />
            {statusWord(section)}
          </span>
          {section.deadline && (
            <span>
              {sv.deadline(section.deadline)}
              {isLate(section, today) && <span className="font-semibold text-bad">, {sv.late}</span>}
            </span>
          )}
        </p>
        {section.guidance && (
          <Disclosure summary={sv.guidance}>
            <p className="py-1 text-muted">{section.guidance}</p>
          </Disclosure>
        )}
        {isOpen && !writable && <WhyReadOnly section={section} />}
        {error && <SectionError text={error} />}
        {section.carried === 'unconfirmed' && (
          <CarriedNote section={section} onConfirm={writable ? () => void structure.confirmText(section.id) : null} />
        )}
        {section.notApplicableReason && (
          <NotApplicableNote reason={section.notApplicableReason} onEdit={null} onUndo={() => {}} />
        )}
      </div>
      <PartsBefore {...parts} />
      {section.hasText && <SectionText section={section} text={text} canWrite={writable} near={near} />}
      {section.hasText && lastText && <LastText section={section} content={lastText} canWrite={writable} name={name} />}
      <PartsAfter {...parts} />
      {section.maySetStatus && isOpen && !section.notApplicableReason && (
        <div className="mt-5 flex flex-wrap items-center gap-3">
          <Button
            variant={done ? 'secondary' : 'primary'}
            className="min-h-12 max-sm:w-full"
            icon={done ? <PenLine aria-hidden /> : <Check aria-hidden />}
            aria-label={done ? sv.notDoneWith(name) : sv.doneWith(name)}
            onClick={() => void structure.change(section.id, { status: done ? 'draft' : 'done' })}
          >
            {done ? sv.notDone : sv.done}
          </Button>
          {done && <p className="text-sm text-good">{sv.isDone}</p>}
        </div>
      )}
    </section>
  )
})
