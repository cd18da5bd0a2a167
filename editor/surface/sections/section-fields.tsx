import { Check, Lock, LockOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatDate } from '../../core/format-date.ts'
import { ownerName } from '../../core/owner-name.ts'
import type { SectionStructure } from '../../core/report-page.ts'
import { isReady } from '../../core/section-state.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import type { SectionChange } from '../report-api.ts'
import { sv as words } from '../sv.ts'
import { OwnerField, type Owners } from './owner-field.tsx'
import { OWN_STATUSES, STATUSES, StatusField } from './status-field.tsx'
import { StatusIcon, statusPill, statusWord } from './status-sign.tsx'
import { sv } from './sv.ts'

const QUIET =
  'min-h-8 min-w-0 max-w-full rounded-md border border-transparent bg-transparent px-1.5 py-0.5 text-ink ' +
  'hover:border-control group-focus-within/section:border-line focus:border-control'

/** The control's own label says more: which section it is about. */
function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <span className="inline-flex max-w-full items-center gap-1 text-muted">
      <span aria-hidden>{label}</span>
      {children}
    </span>
  )
}

export interface SectionFieldsProps {
  section: SectionStructure
  owners: Owners
  onChange: (change: SectionChange) => void
  /** Opens the form for "ej tillämpligt". */
  onNotApplicable: () => void
  /** Null for those who may not. */
  onLock: ((locked: boolean) => void) | null
}

/** Status, owner and deadline, changed where they stand. */
export function SectionFields({ section, owners, onChange, onNotApplicable, onLock }: SectionFieldsProps) {
  const name = words.sectionName(section.number, section.heading)
  const done = isReady(section.status)
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5 text-sm print:hidden">
      <StatusField section={section} statuses={STATUSES} onChange={onChange} />
      <Labelled label={sv.ownerLabel}>
        <OwnerField section={section} name={name} {...owners} onChange={onChange} className={QUIET} />
      </Labelled>
      <Labelled label={sv.deadlineLabel}>
        <input
          type="date"
          aria-label={sv.of(sv.deadlineLabel, name)}
          value={section.deadline ?? ''}
          onChange={event => onChange({ deadline: event.target.value || null })}
          className={QUIET}
        />
      </Labelled>
      <span className="flex flex-wrap items-center gap-1">
        <Button
          size="sm"
          variant="ghost"
          className="aria-pressed:border-good aria-pressed:bg-good-soft aria-pressed:text-good"
          icon={<Check aria-hidden />}
          aria-pressed={done}
          aria-label={sv.of(sv.markDone, name)}
          onClick={() => onChange({ status: done ? 'draft' : 'done' })}
        >
          {sv.markDone}
        </Button>
        {!section.notApplicableReason && (
          <Button size="sm" variant="ghost" aria-label={sv.of(sv.markNotApplicable, name)} onClick={onNotApplicable}>
            {sv.markNotApplicable}
          </Button>
        )}
        {onLock && (
          <Button
            size="sm"
            variant="ghost"
            icon={section.lockedAt ? <LockOpen aria-hidden /> : <Lock aria-hidden />}
            aria-label={sv.of(section.lockedAt ? sv.unlock : sv.lock, name)}
            onClick={() => onLock(section.lockedAt === null)}
          >
            {section.lockedAt ? sv.unlock : sv.lock}
          </Button>
        )}
      </span>
    </div>
  )
}

/** The same for those who may not change it, and until the section is near: fields of thirty sections take long to draw. */
export function SectionFacts({
  section,
  owners,
  onStatus,
}: Pick<SectionFieldsProps, 'section' | 'owners'> & {
  /** Null for those who may not even say how far it has come. */
  onStatus: SectionFieldsProps['onChange'] | null
}) {
  const owner = ownerName(section, owners)
  return (
    <p className="flex min-h-8 flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted print:hidden">
      {onStatus ? (
        <StatusField section={section} statuses={OWN_STATUSES} onChange={onStatus} />
      ) : (
        <span
          className={classNames('inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5', statusPill(section))}
        >
          <StatusIcon section={section} />
          {statusWord(section)}
        </span>
      )}
      {owner && (
        <span>
          {sv.ownerLabel}: {owner}
        </span>
      )}
      {section.deadline && (
        <span>
          {sv.deadlineLabel}: {formatDate(section.deadline)}
        </span>
      )}
    </p>
  )
}
