import { z } from 'zod'
import type { Db } from '#db/client.ts'
import { apiToken } from '#db/schema/api.ts'
import { InvalidInputError } from '../errors.ts'
import { personNumberIn } from '../indicators/privacy/person-number.ts'
import type { Actor } from '../policies/actor.ts'
import { requireCan } from '../policies/require.ts'
import { SCOPES } from './scopes.ts'
import { digestOf, makeSecret } from './token-secret.ts'

const DAY = 24 * 60 * 60 * 1000

const wish = z.object({
  /** It stands in the passport of every figure that the token brings. */
  name: z
    .string()
    .trim()
    .min(2)
    .max(80)
    .refine(name => personNumberIn(name) === null),
  scopes: z.array(z.enum(SCOPES)).min(1),
  /** Null for one that lasts until it is revoked. */
  days: z.number().int().min(1).max(3650).nullable(),
})

export interface MadeToken {
  id: string
  /** Shown this once: nobody can read it again. */
  secret: string
}

/** @throws NotAllowedError, InvalidInputError with the fields that are wrong */
export async function makeToken({ db }: { db: Db }, actor: Actor, input: unknown): Promise<MadeToken> {
  const { organisationId } = actor
  requireCan(actor, 'api.manage', { organisationId })
  const parsed = wish.safeParse(input)
  if (!parsed.success) throw InvalidInputError.of(parsed.error, 'token')
  const { name, scopes, days } = parsed.data
  const secret = makeSecret()
  const [row] = await db
    .insert(apiToken)
    .values({
      organisationId,
      name,
      tokenHash: digestOf(secret),
      scopes: SCOPES.filter(scope => scopes.includes(scope)),
      createdBy: actor.id,
      expiresAt: days === null ? null : new Date(Date.now() + days * DAY),
    })
    .returning({ id: apiToken.id })
  if (!row) throw new Error('insert returned no token')
  return { id: row.id, secret }
}
