import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { sectionReview } from '#db/schema/figure-use.ts'
import { reportSection } from '#db/schema/report.ts'
import { ChangedMeanwhileError, InvalidInputError, NotFoundError } from '../../errors.ts'
import { publish } from '../../events.ts'
import { isUuid } from '../../is-uuid.ts'
import type { Actor } from '../../policies/actor.ts'
import type { Services } from '../../services.ts'
import { findReport } from '../find-report.ts'
import { recordChange } from '../record-change.ts'
import { readMovedFigures } from './moved-figures.ts'

/** By figure: the observation that was on the page when it was accepted. */
const accepted = z.record(z.string().max(400), z.number().int().nullable()).refine(all => Object.keys(all).length > 0)

/**
 * Somebody has seen the new values and says that the text still holds. What has moved once more since they saw it is
 * not accepted.
 * @param input see {@link accepted}
 * @throws InvalidInputError, NotFoundError, NotAllowedError, ReportLockedError, ChangedMeanwhileError
 */
export async function acceptFigures(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  sectionId: string,
  input: unknown,
): Promise<void> {
  const asked = accepted.safeParse(input)
  if (!asked.success) throw new InvalidInputError({ figures: 'required' })
  const section = isUuid(sectionId)
    ? await db.query.reportSection.findFirst({ where: eq(reportSection.id, sectionId) })
    : undefined
  if (!section) throw new NotFoundError('section')
  await db.transaction(async tx => {
    const row = await findReport(tx, actor, section.reportId, 'report.manage', { hold: 'structure' })
    await tx.select().from(sectionReview).where(eq(sectionReview.sectionId, sectionId)).for('update')
    const moved = (await readMovedFigures({ db: tx }, row)).get(sectionId) ?? []
    const known = moved.filter(({ key }) => key in asked.data)
    if (known.some(({ key, observationId }) => asked.data[key] !== observationId)) throw new ChangedMeanwhileError()
    if (known.length === 0) return
    const seen = Object.fromEntries(
      known.map(({ key, after, observationId }) => [key, { observationId, value: after }]),
    )
    await tx
      .update(sectionReview)
      .set({ seen: sql`seen || ${JSON.stringify(seen)}::jsonb` })
      .where(eq(sectionReview.sectionId, sectionId))
    await recordChange(tx, {
      reportId: section.reportId,
      holderId: sectionId,
      field: 'figures',
      before: Object.fromEntries(known.map(({ key, before }) => [key, before])),
      after: Object.fromEntries(known.map(({ key, after }) => [key, after])),
      actor,
    })
    await publish(tx, { type: 'structure', reportId: section.reportId })
  })
}
