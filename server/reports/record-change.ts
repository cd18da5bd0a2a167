import type { Tx } from '#db/client.ts'
import { structureChange } from '#db/schema/structure-change.ts'
import type { Actor } from '../policies/actor.ts'

export interface Change {
  reportId: string
  /** Section or unit; null for the report itself. */
  holderId: string | null
  field: string
  before: unknown
  after: unknown
  actor: Pick<Actor, 'id'>
}

/** Writes down what was changed besides the text; nothing where nothing changed. */
export async function recordChange(tx: Tx, { actor, before, after, ...change }: Change): Promise<void> {
  if (JSON.stringify(before ?? null) === JSON.stringify(after ?? null)) return
  await tx
    .insert(structureChange)
    .values({ ...change, before: before ?? null, after: after ?? null, changedBy: actor.id })
}
