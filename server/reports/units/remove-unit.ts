import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { reportSection, reportUnit } from '#db/schema/report.ts'
import { SharedRowError, UnitCountError } from '../../errors.ts'
import { publish } from '../../events.ts'
import type { Actor } from '../../policies/actor.ts'
import type { Services } from '../../services.ts'
import { isHeld } from '../../shared-rows/is-held.ts'
import { recordChange } from '../record-change.ts'
import { renewRights } from '../renew-rights.ts'
import { findUnit } from './find-unit.ts'

/** What is listed within a unit's own sections, at any depth. */
async function unitsWithin(tx: Tx, unitId: string): Promise<string[]> {
  const sections = tx.select({ id: reportSection.id }).from(reportSection).where(eq(reportSection.unitId, unitId))
  const inner = await tx.select({ id: reportUnit.id }).from(reportUnit).where(inArray(reportUnit.sectionId, sections))
  const deeper = await Promise.all(inner.map(({ id }) => unitsWithin(tx, id)))
  return [...inner.map(({ id }) => id), ...deeper.flat()]
}

/**
 * Takes a unit out of the report, with all that stands in it. Nothing is deleted: {@link restoreUnit} brings it back with
 * its text, and what somebody writes in it at the same moment is offered back to them.
 * @throws UnitCountError, SharedRowError, NotFoundError, NotAllowedError, ReportLockedError, SectionLockedError
 */
export async function removeUnit({ db }: Pick<Services, 'db'>, actor: Actor, unitId: string): Promise<void> {
  await db.transaction(async tx => {
    const { report, kind, unit } = await findUnit(tx, actor, unitId, 'rights')
    if (unit.removedAt) return
    if ('fixed' in kind && kind.fixed) throw new UnitCountError(kind.key)
    if ('shared' in kind && kind.shared && (await isHeld(tx, report, unit))) throw new SharedRowError(kind.key)
    const removal = { removedAt: new Date(), removedBy: actor.id }
    const ids = [unitId, ...(await unitsWithin(tx, unitId))]
    await tx
      .update(reportUnit)
      .set(removal)
      .where(and(inArray(reportUnit.id, ids), isNull(reportUnit.removedAt)))
    await recordChange(tx, {
      reportId: report.id,
      holderId: unitId,
      field: 'unit',
      before: kind.key,
      after: null,
      actor,
    })
    // Its sections are closed to writing, or open again.
    await renewRights(tx, report.id)
    await publish(tx, { type: 'structure', reportId: report.id })
  })
}

/**
 * Brings a removed unit back, and of what stands in it that which went with it.
 * @throws NotFoundError, NotAllowedError, ReportLockedError, SectionLockedError
 */
export async function restoreUnit({ db }: Pick<Services, 'db'>, actor: Actor, unitId: string): Promise<void> {
  await db.transaction(async tx => {
    const { report, kind, unit } = await findUnit(tx, actor, unitId, 'rights')
    if (!unit.removedAt) return
    const ids = [unitId, ...(await unitsWithin(tx, unitId))]
    await tx
      .update(reportUnit)
      .set({ removedAt: null, removedBy: null })
      .where(and(inArray(reportUnit.id, ids), eq(reportUnit.removedAt, unit.removedAt)))
    await recordChange(tx, {
      reportId: report.id,
      holderId: unitId,
      field: 'unit',
      before: null,
      after: kind.key,
      actor,
    })
    // Its sections are closed to writing, or open again.
    await renewRights(tx, report.id)
    await publish(tx, { type: 'structure', reportId: report.id })
  })
}
