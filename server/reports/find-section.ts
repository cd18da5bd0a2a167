import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { reportSection, reportUnit } from '#db/schema/report.ts'
import { NotAllowedError, NotFoundError, ReportLockedError, SectionLockedError } from '../errors.ts'
import type { Actor } from '../policies/actor.ts'
import { can } from '../policies/can.ts'
import { findReport, type Hold, type ReportRow } from './find-report.ts'
import { isUuid } from './is-uuid.ts'
import type { SectionRow } from './read-sections.ts'

/**
 * A section that the actor may write in, with its report, which cannot be locked before the transaction ends.
 * A part of a removed unit is no section any more.
 * @throws NotFoundError
 * @throws ReportLockedError, SectionLockedError when the lock alone stands in the way
 * @throws NotAllowedError
 */
export async function findSection(
  tx: Tx,
  actor: Actor,
  sectionId: string,
  hold: Hold = 'structure',
): Promise<{ report: ReportRow; section: SectionRow }> {
  const [found] = isUuid(sectionId)
    ? await tx
        .select({ section: reportSection, removedAt: reportUnit.removedAt })
        .from(reportSection)
        .leftJoin(reportUnit, eq(reportUnit.id, reportSection.unitId))
        .where(eq(reportSection.id, sectionId))
    : []
  if (!found || found.removedAt) throw new NotFoundError('section')
  const { section } = found
  const report = await findReport(tx, actor, section.reportId, 'report.read', { hold })
  const thing = { ...report, ownerId: section.ownerId, sectionLockedAt: section.lockedAt }
  if (can(actor, 'section.write', thing)) return { report, section }
  if (report.lockedAt && can(actor, 'section.write', { ...thing, lockedAt: null }))
    throw new ReportLockedError('section.write')
  if (section.lockedAt && can(actor, 'section.write', { ...thing, sectionLockedAt: null }))
    throw new SectionLockedError(sectionId)
  throw new NotAllowedError('section.write')
}
