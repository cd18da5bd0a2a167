import { and, asc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { reportUnit } from '#db/schema/report.ts'
import { InvalidInputError, NotFoundError, UnitCountError } from '../../errors.ts'
import { publish } from '../../events.ts'
import type { Actor } from '../../policies/actor.ts'
import type { Services } from '../../services.ts'
import { recordChange } from '../record-change.ts'
import { findUnit } from './find-unit.ts'

const move = z.object({
  /** The one that it comes to stand before; null for the end. */
  before: z.uuid().nullable(),
})

/**
 * Moves a unit among its own kind in its section. Said by the neighbour, not by a number: it stays right when others
 * add and move at the same time.
 * @throws InvalidInputError, UnitCountError, NotFoundError, NotAllowedError, ReportLockedError, SectionLockedError
 */
export async function moveUnit(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  unitId: string,
  input: unknown,
): Promise<void> {
  const parsed = move.safeParse(input)
  if (!parsed.success) throw new InvalidInputError({ before: 'required' })
  await db.transaction(async tx => {
    const { report, kind, unit } = await findUnit(tx, actor, unitId)
    if (unit.removedAt) throw new NotFoundError('unit')
    if ('fixed' in kind && kind.fixed) throw new UnitCountError(kind.key)
    // Removed ones keep their place, so that they come back to it.
    const rows = await tx
      .select({ id: reportUnit.id })
      .from(reportUnit)
      .where(and(eq(reportUnit.sectionId, unit.sectionId), eq(reportUnit.kind, unit.kind)))
      .orderBy(asc(reportUnit.position), asc(reportUnit.createdAt), asc(reportUnit.id))
    const ids = rows.map(row => row.id)
    const others = ids.filter(id => id !== unitId)
    const { before } = parsed.data
    const at = before === null ? others.length : others.indexOf(before)
    if (at < 0) throw new NotFoundError('unit')
    const order = others.toSpliced(at, 0, unitId)
    if (order.join() === ids.join()) return
    const places = sql.join(
      order.map((id, index) => sql`(${id}::uuid, ${index}::int)`),
      sql`, `,
    )
    await tx.execute(
      sql`update ${reportUnit} set position = place.position from (values ${places}) as place (id, position) where ${reportUnit.id} = place.id`,
    )
    const change = { field: 'order', before: ids.indexOf(unitId), after: order.indexOf(unitId) }
    await recordChange(tx, { reportId: report.id, holderId: unitId, ...change, actor })
    await publish(tx, { type: 'structure', reportId: report.id })
  })
}
