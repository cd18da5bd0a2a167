import { and, eq, gt, isNull, lt, or } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { apiToken } from '#db/schema/api.ts'
import type { TokenActor } from '../policies/token-can.ts'
import { SCOPES } from './scopes.ts'
import { digestOf, looksLikeSecret } from './token-secret.ts'

const MINUTE = 60_000

/**
 * Whose secret it is; null for nobody's, and for one that was revoked or has expired. Notes that it was used, at most
 * once a minute.
 */
export async function findToken({ db }: { db: Db }, secret: string, now = new Date()): Promise<TokenActor | null> {
  if (!looksLikeSecret(secret)) return null
  const [row] = await db
    .select()
    .from(apiToken)
    .where(
      and(
        eq(apiToken.tokenHash, digestOf(secret)),
        isNull(apiToken.revokedAt),
        or(isNull(apiToken.expiresAt), gt(apiToken.expiresAt, now)),
      ),
    )
  if (!row) return null
  if (!row.lastUsedAt || row.lastUsedAt.getTime() < now.getTime() - MINUTE)
    await db
      .update(apiToken)
      .set({ lastUsedAt: now })
      .where(and(eq(apiToken.id, row.id), or(isNull(apiToken.lastUsedAt), lt(apiToken.lastUsedAt, now))))
  const { id, organisationId, name, scopes, createdBy } = row
  return {
    tokenId: id,
    organisationId,
    name,
    scopes: SCOPES.filter(scope => scopes.includes(scope)),
    madeBy: createdBy,
  }
}
