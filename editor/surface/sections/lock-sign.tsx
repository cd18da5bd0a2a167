import { Lock, UserLock } from 'lucide-react'
import type { SectionStructure } from '../../core/report-page.ts'
import { sv } from './sv.ts'

type Locked = Pick<SectionStructure, 'lockedAt' | 'lockedBy'>

export function LockSign({ section: { lockedAt }, className = '' }: { section: Locked; className?: string }) {
  if (!lockedAt) return null
  return (
    <>
      <Lock aria-hidden className={`shrink-0 text-muted print:hidden ${className}`} />
      <span className="sr-only">, {sv.locked}</span>
    </>
  )
}

/** To those who write elsewhere in the report: why not here. */
export function WhyReadOnly({ section: { lockedAt, lockedBy } }: { section: Locked }) {
  const Icon = lockedAt ? Lock : UserLock
  return (
    <p className="flex items-center gap-1.5 text-sm text-muted print:hidden">
      <Icon aria-hidden className="size-4 shrink-0" />
      {lockedAt ? sv.lockedBy(lockedBy) : sv.ownerOnly}
    </p>
  )
}
