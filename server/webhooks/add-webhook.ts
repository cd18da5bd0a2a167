import type { Db } from '#db/client.ts'
import { webhook } from '#db/schema/api.ts'
import { InvalidInputError } from '../errors.ts'
import type { Actor } from '../policies/actor.ts'
import { requireCan } from '../policies/require.ts'
import { makeWebhookSecret } from './signature.ts'
import { type Reach, webhookUrlFault } from './webhook-url.ts'

export interface MadeWebhook {
  id: string
  /** Shown this once: the receiver needs it to know deliveries from those of others. */
  secret: string
}

/**
 * An address that is told from now on when figures change.
 * @throws NotAllowedError, InvalidInputError with `url`: not-an-address, not-https, has-password or not-public
 */
export async function addWebhook({ db }: { db: Db }, actor: Actor, url: string, reach: Reach): Promise<MadeWebhook> {
  const { organisationId } = actor
  requireCan(actor, 'api.manage', { organisationId })
  const fault = webhookUrlFault(url.trim(), reach)
  if (fault) throw new InvalidInputError({ url: fault })
  const secret = makeWebhookSecret()
  const [row] = await db
    .insert(webhook)
    .values({ organisationId, url: new URL(url.trim()).href, secret, createdBy: actor.id })
    .returning({ id: webhook.id })
  if (!row) throw new Error('insert returned no webhook')
  return { id: row.id, secret }
}
