import { and, eq, ne, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { reportSection } from '#db/schema/report.ts'
import type { Actor } from '../../policies/actor.ts'
import type { SectionRow } from '../read-sections.ts'
import { recordChange, recordedOwner } from '../record-change.ts'

/**
 * Whoever gets a unit gets its parts too, but for those that were given to somebody else.
 * @param before the section before it was given; only the head of a unit has parts
 */
export async function giveParts(tx: Tx, before: SectionRow, after: SectionRow, actor: Actor): Promise<void> {
  const { ownerId, ownerRole, unitId, reportId } = after
  const isSame = before.ownerId === ownerId && before.ownerRole === ownerRole
  // The head is the first of a unit's sections.
  if (isSame || unitId === null || after.position !== 0) return
  const given = await tx
    .update(reportSection)
    .set({ ownerId, ownerRole })
    .where(
      and(
        eq(reportSection.unitId, unitId),
        ne(reportSection.id, after.id),
        sql`${reportSection.ownerId} is not distinct from ${before.ownerId}`,
        sql`${reportSection.ownerRole} is not distinct from ${before.ownerRole}`,
      ),
    )
    .returning({ id: reportSection.id })
  const change = { reportId, field: 'owner', before: recordedOwner(before), after: recordedOwner(after), actor }
  for (const { id } of given) await recordChange(tx, { ...change, holderId: id })
}
