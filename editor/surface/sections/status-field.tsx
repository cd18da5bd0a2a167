import type { SectionStatus, SectionStructure } from '../../core/report-page.ts'
import { classNames } from '../../ui/class-names.ts'
import type { SectionChange } from '../report-api.ts'
import { sv as words } from '../sv.ts'
import { StatusIcon, statusPill } from './status-sign.tsx'
import { sv } from './sv.ts'

export const STATUSES = Object.keys(sv.status) as SectionStatus[]

/** Those who do not manage the report say that much of a section of their own. */
export const OWN_STATUSES: SectionStatus[] = ['draft', 'done']

interface StatusFieldProps {
  section: SectionStructure
  /** The ones to choose from; the one that it has is there too. */
  statuses: SectionStatus[]
  onChange: (change: SectionChange) => void
}

export function StatusField({ section, statuses, onChange }: StatusFieldProps) {
  return (
    <span className={classNames('inline-flex items-center rounded-full pl-2.5', statusPill(section))}>
      <StatusIcon section={section} />
      <select
        aria-label={sv.of(sv.statusLabel, words.sectionName(section.number, section.heading))}
        value={section.status}
        onChange={event => onChange({ status: event.target.value as SectionStatus })}
        className="min-h-8 rounded-full bg-transparent px-1.5 font-medium"
      >
        {STATUSES.filter(status => status === section.status || statuses.includes(status)).map(status => (
          <option key={status} value={status} className="bg-surface text-ink">
            {sv.status[status]}
          </option>
        ))}
      </select>
    </span>
  )
}
