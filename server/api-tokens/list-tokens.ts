import { desc, eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { apiToken } from '#db/schema/api.ts'
import { appUser } from '#db/schema/user.ts'
import type { Actor } from '../policies/actor.ts'
import { requireCan } from '../policies/require.ts'
import { SCOPES, type Scope } from './scopes.ts'

export interface ListedToken {
  id: string
  name: string
  scopes: Scope[]
  madeBy: string
  /** ISO 8601 instants. */
  madeAt: string
  lastUsedAt: string | null
  expiresAt: string | null
  revokedAt: string | null
  state: 'open' | 'expired' | 'revoked'
}

/** The organisation's tokens, newest first; the revoked ones too, since figures name them. @throws NotAllowedError */
export async function listTokens({ db }: { db: Db }, actor: Actor, now = new Date()): Promise<ListedToken[]> {
  const { organisationId } = actor
  requireCan(actor, 'api.manage', { organisationId })
  const rows = await db
    .select({ token: apiToken, madeBy: appUser.name })
    .from(apiToken)
    .innerJoin(appUser, eq(appUser.id, apiToken.createdBy))
    .where(eq(apiToken.organisationId, organisationId))
    .orderBy(desc(apiToken.createdAt), apiToken.id)
  return rows.map(({ token, madeBy }) => ({
    id: token.id,
    name: token.name,
    scopes: SCOPES.filter(scope => token.scopes.includes(scope)),
    madeBy,
    madeAt: token.createdAt.toISOString(),
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
    expiresAt: token.expiresAt?.toISOString() ?? null,
    revokedAt: token.revokedAt?.toISOString() ?? null,
    state: token.revokedAt ? 'revoked' : token.expiresAt && token.expiresAt <= now ? 'expired' : 'open',
  }))
}
