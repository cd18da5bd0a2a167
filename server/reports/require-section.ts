import type { reportSection } from '#db/schema/report.ts'
import { NotAllowedError, ReportLockedError, SectionLockedError } from '../errors.ts'
import type { Actor } from '../policies/actor.ts'
import { can } from '../policies/can.ts'
import type { ReportRow } from './find-report.ts'

/**
 * Asks whether the actor may do this with a section of a report that they may read.
 * @throws ReportLockedError, SectionLockedError when the lock alone stands in the way
 * @throws NotAllowedError
 */
export function requireSection(
  actor: Actor,
  action: 'section.write' | 'section.status' | 'comment.write' | 'comment.resolve',
  report: ReportRow,
  { ownerId, ownerRole, lockedAt }: Pick<typeof reportSection.$inferSelect, 'ownerId' | 'ownerRole' | 'lockedAt'>,
): void {
  const open = { ...report, lockedAt: null, ownerId, ownerRole, sectionLockedAt: null }
  if (!can(actor, action, open)) throw new NotAllowedError(action)
  if (!can(actor, action, { ...open, lockedAt: report.lockedAt })) throw new ReportLockedError(action)
  if (!can(actor, action, { ...open, sectionLockedAt: lockedAt })) throw new SectionLockedError(action)
}
