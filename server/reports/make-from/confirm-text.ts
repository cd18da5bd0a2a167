import { eq } from 'drizzle-orm'
import { reportSection } from '#db/schema/report.ts'
import { NotFoundError } from '../../errors.ts'
import { publish } from '../../events.ts'
import type { Actor } from '../../policies/actor.ts'
import type { Services } from '../../services.ts'
import { findSection } from '../find-section.ts'
import { recordChange } from '../record-change.ts'

/**
 * Somebody who writes in the section says that what came from the earlier report holds. Who said it first stays.
 * @throws NotFoundError where nothing came from one
 * @throws NotAllowedError, ReportLockedError, SectionLockedError
 */
export async function confirmText({ db }: Pick<Services, 'db'>, actor: Actor, sectionId: string): Promise<void> {
  await db.transaction(async tx => {
    const { report, section } = await findSection(tx, actor, sectionId)
    if (!section.carriedFrom) throw new NotFoundError('carried text')
    if (section.confirmedAt) return
    await tx
      .update(reportSection)
      .set({ confirmedAt: new Date(), confirmedBy: actor.id })
      .where(eq(reportSection.id, sectionId))
    const { id: reportId } = report
    await recordChange(tx, { reportId, holderId: sectionId, field: 'confirmed', before: null, after: true, actor })
    await publish(tx, { type: 'structure', reportId })
  })
}
