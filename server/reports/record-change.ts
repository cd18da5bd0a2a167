import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '#db/client.ts'
import { structureChange } from '#db/schema/structure-change.ts'
import type { Actor } from '../policies/actor.ts'

/** A value that stands in a report besides its text; null for nothing. */
export type Recorded = string | number | boolean | null | Recorded[] | { [key: string]: Recorded }

/** Of a section: the person's id, or the role; null for nobody. */
export const recordedOwner = ({
  ownerId,
  ownerRole,
}: {
  ownerId: string | null
  ownerRole: string | null
}): Recorded => (ownerRole === null ? ownerId : { role: ownerRole })

export interface RecordedChange {
  reportId: string
  /** What of the report was changed, such as a section; null for the report itself. */
  holderId: string | null
  /** The name that the history knows the change by: 'status', 'owner' … */
  field: string
  before: Recorded
  after: Recorded
  actor: Pick<Actor, 'id'>
}

/**
 * Keeps for the history what somebody changed in a report besides its text. Call it in the transaction of the change,
 * with the value as it stood there: what is the same as before is not kept.
 * @returns whether there was a change
 */
export async function recordChange(tx: Tx, { actor, ...change }: RecordedChange): Promise<boolean> {
  if (isDeepStrictEqual(change.before, change.after)) return false
  await tx.insert(structureChange).values({ ...change, changedBy: actor.id })
  return true
}
