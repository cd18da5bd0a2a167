import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client.ts'
import { reportUnit } from '#db/schema/report.ts'
import { InvalidInputError, NotFoundError } from '../errors.ts'
import { publish } from '../events.ts'
import { isUuid } from '../is-uuid.ts'
import type { Actor } from '../policies/actor.ts'
import { definitionOf } from '../reports/definitions.ts'
import { findReport } from '../reports/find-report.ts'
import { loadTemplate } from '../reports/load-template.ts'
import { readRows } from '../reports/read-sections.ts'
import { recordChange } from '../reports/record-change.ts'
import { insertRow, nextPosition } from '../reports/units/insert-unit.ts'
import type { Services } from '../services.ts'
import { findSharedRows, type SharedRows, sharedValues } from './find-shared-rows.ts'

const input = z.object({ fromId: z.uuid(), kind: z.string().max(80) })

/** Puts right what stands here in older words: a correction, of what is sealed too. */
async function correct(tx: Tx, actor: Actor, reportId: string, { kind, changed }: SharedRows): Promise<void> {
  const at = new Date().toISOString()
  for (const { own, theirs } of changed) {
    const values = sharedValues(kind, theirs)
    const keys = kind.fields.map(({ key }) => key).filter(key => own.values[key] !== values[key])
    const changes = Object.fromEntries(keys.map(key => [key, { by: actor.id, at, before: own.values[key] ?? null }]))
    await tx
      .update(reportUnit)
      .set({ values, valueChanges: sql`${reportUnit.valueChanges} || ${JSON.stringify(changes)}::jsonb` })
      .where(eq(reportUnit.id, own.id))
    for (const key of keys)
      await recordChange(tx, {
        reportId,
        holderId: own.id,
        field: `value:${key}`,
        before: own.values[key] ?? null,
        after: values[key] ?? null,
        actor,
      })
  }
}

/**
 * Takes over the rows that another board's report has for every board: those that are missing come after the others, and
 * those in older words are corrected. What is the board's own stays.
 * @throws InvalidInputError, NotFoundError, NotAllowedError, ReportLockedError
 */
export async function bringSharedRows(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  { reportId, sectionId }: { reportId: string; sectionId: string },
  given: unknown,
): Promise<void> {
  const parsed = input.safeParse(given)
  if (!parsed.success || !isUuid(sectionId)) throw new InvalidInputError({ fromId: 'required' })
  await db.transaction(async tx => {
    const row = await findReport(tx, actor, reportId, 'report.manage', { hold: 'structure' })
    // Two who bring them at once wait for each other, so that none comes twice.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`shared rows ${reportId}`}, 0))`)
    const [{ sections, units }, template] = await Promise.all([readRows(tx, reportId), loadTemplate(tx, row)])
    const section = sections.find(({ id }) => id === sectionId)
    if (!section) throw new NotFoundError('section')
    const { rows } = definitionOf(template, section.templateSection, null)
    const here = units.filter(unit => unit.sectionId === sectionId)
    const offer = (await findSharedRows(tx, actor, row, rows, here)).find(
      ({ from, kind }) => from.id === parsed.data.fromId && kind.key === parsed.data.kind,
    )
    if (!offer) throw new NotFoundError('rows')
    const { kind } = offer
    for (const unit of offer.missing) {
      const place = { reportId, sectionId, level: section.level, position: await nextPosition(tx, sectionId, kind.key) }
      const origin = { values: sharedValues(kind, unit), lineageId: unit.lineageId }
      const { unitId } = await insertRow(tx, actor, kind, place, origin)
      await recordChange(tx, { reportId, holderId: unitId, field: 'unit', before: null, after: kind.key, actor })
    }
    await correct(tx, actor, reportId, offer)
    await publish(tx, { type: 'structure', reportId })
  })
}
