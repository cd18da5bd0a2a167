import type { Db } from '#db/client.ts'
import type { Actor } from '../policies/actor.ts'
import { requireCan } from '../policies/require.ts'
import { deleteDraft } from './import/draft.ts'

/**
 * Throws a draft away; one that is gone already is fine.
 * @throws NotAllowedError
 */
export async function discardDraft({ db }: { db: Db }, actor: Actor, draftId: string): Promise<void> {
  requireCan(actor, 'data.import', { organisationId: actor.organisationId })
  await deleteDraft(db, actor, draftId)
}
