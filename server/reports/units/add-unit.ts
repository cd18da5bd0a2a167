import { z } from 'zod'
import type { Tx } from '#db/client.ts'
import { reportUpdate } from '#db/schema/document.ts'
import { seedDocument } from '../../documents/seed-document.ts'
import { InvalidInputError, UnitCountError } from '../../errors.ts'
import { publish } from '../../events.ts'
import type { Actor } from '../../policies/actor.ts'
import type { Services } from '../../services.ts'
import { recordChange } from '../record-change.ts'
import { findListing } from './find-unit.ts'
import { insertRow, insertUnit, nextPosition } from './insert-unit.ts'

const newUnit = z.object({ sectionId: z.uuid(), kind: z.string().max(80) })

/** New sections get an empty paragraph each, as those of a new report do; the seed stands in the log like any text. */
export async function seedSections(tx: Tx, actor: Actor, reportId: string, sectionIds: string[]): Promise<void> {
  if (!sectionIds.length) return
  const [row] = await tx
    .insert(reportUpdate)
    .values({ reportId, userId: actor.id, data: seedDocument(sectionIds).state })
    .returning({ seq: reportUpdate.seq })
  if (!row) throw new Error('insert returned no row')
  await publish(tx, { type: 'text', reportId, seq: row.seq })
}

/**
 * Adds a row, or a unit with its sections, after the others of its kind.
 * @throws InvalidInputError, UnitCountError, NotFoundError, NotAllowedError, ReportLockedError, SectionLockedError
 */
export async function addUnit({ db }: Pick<Services, 'db'>, actor: Actor, input: unknown): Promise<{ id: string }> {
  const parsed = newUnit.safeParse(input)
  if (!parsed.success) throw new InvalidInputError({ kind: 'required' })
  const { sectionId, kind: key } = parsed.data
  return db.transaction(async tx => {
    const { report, section, kind } = await findListing(tx, actor, { sectionId, kind: key })
    if ('fixed' in kind && kind.fixed) throw new UnitCountError(key)
    const place = {
      reportId: report.id,
      sectionId,
      level: section.level,
      position: await nextPosition(tx, sectionId, key),
    }
    const { unitId, sectionIds } =
      'parts' in kind ? await insertUnit(tx, actor, kind, place) : await insertRow(tx, actor, kind, place)
    await seedSections(tx, actor, report.id, sectionIds)
    await recordChange(tx, { reportId: report.id, holderId: unitId, field: 'unit', before: null, after: key, actor })
    await publish(tx, { type: 'structure', reportId: report.id })
    return { id: unitId }
  })
}
