import { BadgeCheck, CircleCheck, CircleDashed, CircleSlash, PenLine } from 'lucide-react'
import type { SectionStatus, SectionStructure } from '../../core/report-page.ts'
import { sv } from './sv.ts'

/** Each status has a symbol of its own and a word; the colour only repeats them. */
const SIGNS = {
  empty: { icon: CircleDashed, tone: 'text-muted', pill: 'bg-sunken text-ink' },
  draft: { icon: PenLine, tone: 'text-info', pill: 'bg-info-soft text-info' },
  done: { icon: CircleCheck, tone: 'text-good', pill: 'bg-good-soft text-good' },
  reviewed: { icon: BadgeCheck, tone: 'text-good', pill: 'bg-good-soft text-good' },
  notApplicable: { icon: CircleSlash, tone: 'text-muted', pill: 'bg-sunken text-ink' },
} satisfies Record<SectionStatus | 'notApplicable', object>

type Judged = Pick<SectionStructure, 'status' | 'notApplicableReason'>

const signOf = ({ status, notApplicableReason }: Judged) => SIGNS[notApplicableReason ? 'notApplicable' : status]

export const statusWord = ({ status, notApplicableReason }: Judged): string =>
  notApplicableReason ? sv.notApplicable : sv.status[status]

export const statusPill = (section: Judged): string => signOf(section).pill

export function StatusIcon({ section, className = '' }: { section: Judged; className?: string }) {
  const { icon: Icon, tone } = signOf(section)
  return <Icon aria-hidden className={`size-4 shrink-0 ${tone} ${className}`} />
}
