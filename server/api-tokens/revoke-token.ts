import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { apiToken } from '#db/schema/api.ts'
import { NotFoundError } from '../errors.ts'
import { isUuid } from '../is-uuid.ts'
import type { Actor } from '../policies/actor.ts'
import { requireCan } from '../policies/require.ts'

/** From now on the token opens nothing; what it brought stays. Twice is as once. @throws NotAllowedError, NotFoundError */
export async function revokeToken({ db }: { db: Db }, actor: Actor, tokenId: string): Promise<void> {
  const { organisationId } = actor
  requireCan(actor, 'api.manage', { organisationId })
  if (!isUuid(tokenId)) throw new NotFoundError('token')
  const revoked = await db
    .update(apiToken)
    .set({ revokedAt: sql`coalesce(${apiToken.revokedAt}, now())` })
    .where(and(eq(apiToken.id, tokenId), eq(apiToken.organisationId, organisationId)))
    .returning({ id: apiToken.id })
  if (revoked.length === 0) throw new NotFoundError('token')
}
