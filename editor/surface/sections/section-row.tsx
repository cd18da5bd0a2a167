import { memo } from 'react'
import type { PageText } from '../../core/page-texts.ts'
import type { SectionStructure } from '../../core/report-page.ts'
import { classNames } from '../../ui/class-names.ts'
import { AssembledText } from '../answers/assembled-text.tsx'
import type { SectionChange } from '../report-api.ts'
import { useSurface } from '../surface-context.ts'
import { sv as words } from '../sv.ts'
import { headingId, sectionElementId } from '../text/places.ts'
import { SectionText } from '../text/section-text.tsx'
import { SharedRowsNote } from '../units/shared-rows-note.tsx'
import { PartsAfter, PartsBefore } from '../units/structured-parts.tsx'
import { useUnitHead } from '../units/unit-head.tsx'
import { CarriedNote } from './carried-note.tsx'
import { Disclosure } from './disclosure.tsx'
import { LockSign, WhyReadOnly } from './lock-sign.tsx'
import { MovedNote } from './moved-note.tsx'
import { NotApplicableForm, NotApplicableNote } from './not-applicable.tsx'
import type { Owners } from './owner-field.tsx'
import { PeopleHere } from './people-here.tsx'
import { RequiredMark } from './required-mark.tsx'
import { SectionError } from './section-error.tsx'
import { SectionFacts, SectionFields } from './section-fields.tsx'
import { sv } from './sv.ts'
import { useNearSection } from './use-near.ts'

const HEADINGS = { 1: 'h2', 2: 'h3', 3: 'h4' } as const
const SIZES = { 1: 'text-2xl', 2: 'text-xl', 3: 'text-lg' }

function About({ section }: { section: SectionStructure }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted print:hidden">
      {section.lawReferences.length > 0 && (
        <ul aria-label={sv.lawReferences} className="flex flex-wrap gap-1.5">
          {section.lawReferences.map(reference => (
            <li key={reference} className="rounded bg-sunken px-1.5 py-0.5 text-xs font-medium text-ink">
              {reference}
            </li>
          ))}
        </ul>
      )}
      {section.guidance && (
        <Disclosure summary={sv.guidance}>
          <p className="max-w-prose py-1">{section.guidance}</p>
        </Disclosure>
      )}
    </div>
  )
}

export interface SectionRowProps {
  section: SectionStructure
  text: PageText
  owners: Owners
  /** In some section of the report; the section itself says whether in this one. */
  canWrite: boolean
  canManage: boolean
  /** May lock and unlock the section. */
  canLock: boolean
  error: string | null
  /** Among the first of the report: shown as soon as the page is. */
  first: boolean
}

export const SectionRow = memo(function SectionRow({
  section,
  text,
  owners,
  canWrite,
  canManage,
  canLock,
  error,
  first,
}: SectionRowProps) {
  const { structure, tools } = useSurface()
  const { ref, near } = useNearSection(section.id, first)
  const unit = useUnitHead(section, canManage)
  const Heading = HEADINGS[section.level]
  const writable = canWrite && section.mayWrite
  const name = words.sectionName(section.number, section.heading)
  const change = (what: SectionChange): void => void structure.change(section.id, what)
  const lock = async (locked: boolean): Promise<void> => {
    if (!(await structure.change(section.id, { locked }))) return
    tools.notify({
      title: locked ? sv.sectionLocked(name) : sv.sectionOpened(name),
      tone: 'good',
      action: { label: sv.undo, run: () => change({ locked: !locked }) },
    })
  }
  const askReason = (): void =>
    tools.openForm({
      title: sv.notApplicableTitle(name),
      description: sv.notApplicableHint,
      render: close => (
        <NotApplicableForm
          reason={section.notApplicableReason ?? ''}
          close={close}
          onDone={notApplicableReason => change({ notApplicableReason })}
        />
      ),
    })

  const parts = { section, forms: writable && near, canManage }
  const body = (
    <>
      <PartsBefore {...parts} />
      {section.hasText && <SectionText section={section} text={text} canWrite={writable} near={near} />}
      {section.sharedRows && canManage && <SharedRowsNote section={section} offers={section.sharedRows} />}
      <PartsAfter {...parts} />
      {section.assembled && <AssembledText content={section.assembled} />}
    </>
  )

  return (
    <section
      ref={ref}
      id={sectionElementId(section.id)}
      aria-labelledby={headingId(section.id)}
      data-section={section.id}
      data-unit={unit?.unitId}
      {...unit?.target}
      className="group/section scroll-mt-(--bar-height) px-(--section-inset) py-6 [--section-inset:1rem] sm:[--section-inset:2.5rem] print:[--section-inset:0rem]"
    >
      <div className="flex items-start justify-between gap-3">
        <Heading
          id={headingId(section.id)}
          tabIndex={-1}
          className={classNames('font-semibold focus-visible:outline-none', SIZES[section.level])}
        >
          <span className="mr-2 text-muted tabular-nums">{section.number}</span>
          {section.heading}
          {'\u00a0'}
          <RequiredMark required={section.required} />
          <LockSign section={section} className="ml-2 inline-block size-4.5 align-baseline" />
        </Heading>
        <span className="flex items-center gap-2">
          <PeopleHere sectionId={section.id} />
          {unit?.buttons}
        </span>
      </div>
      <div className="mt-2 flex flex-col gap-2">
        <About section={section} />
        {canManage && near ? (
          <SectionFields
            section={section}
            owners={owners}
            onChange={change}
            onNotApplicable={askReason}
            onLock={canLock ? locked => void lock(locked) : null}
          />
        ) : (
          <SectionFacts section={section} owners={owners} onStatus={near && section.maySetStatus ? change : null} />
        )}
        {canWrite && !writable && <WhyReadOnly section={section} />}
        {error && <SectionError text={error} />}
        {section.movedFigures && <MovedNote section={section} moved={section.movedFigures} canAccept={canManage} />}
        {section.carried === 'unconfirmed' && (
          <CarriedNote section={section} onConfirm={writable ? () => void structure.confirmText(section.id) : null} />
        )}
        {section.notApplicableReason && (
          <NotApplicableNote
            reason={section.notApplicableReason}
            onEdit={canManage ? askReason : null}
            onUndo={() => change({ notApplicableReason: null })}
          />
        )}
      </div>
      {section.notApplicableReason ? <Disclosure summary={sv.hiddenText}>{body}</Disclosure> : body}
    </section>
  )
})
