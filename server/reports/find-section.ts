import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { reportSection, reportUnit } from '#db/schema/report.ts'
import { NotFoundError } from '../errors.ts'
import { isUuid } from '../is-uuid.ts'
import type { Actor } from '../policies/actor.ts'
import { findReport, type Hold, type ReportRow } from './find-report.ts'
import type { SectionRow } from './read-sections.ts'
import { requireSection } from './require-section.ts'

/**
 * A section that the actor may write in, with its report, which cannot be locked before the transaction ends.
 * A part of a removed unit is no section any more.
 * @returns also the kind of the unit that it is the head or a part of; null for the template's own sections
 * @throws NotFoundError
 * @throws ReportLockedError, SectionLockedError when the lock alone stands in the way
 * @throws NotAllowedError
 */
export async function findSection(
  tx: Tx,
  actor: Actor,
  sectionId: string,
  hold: Hold = 'structure',
): Promise<{ report: ReportRow; section: SectionRow; unitKind: string | null }> {
  const [found] = isUuid(sectionId)
    ? await tx
        .select({ section: reportSection, removedAt: reportUnit.removedAt, unitKind: reportUnit.kind })
        .from(reportSection)
        .leftJoin(reportUnit, eq(reportUnit.id, reportSection.unitId))
        .where(eq(reportSection.id, sectionId))
    : []
  if (!found || found.removedAt) throw new NotFoundError('section')
  const { section, unitKind } = found
  const report = await findReport(tx, actor, section.reportId, 'report.read', { hold })
  requireSection(actor, 'section.write', report, section)
  return { report, section, unitKind }
}
