import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { NotFoundError } from '../errors.ts'
import { publish } from '../events.ts'
import type { Actor } from '../policies/actor.ts'
import { requireCan } from '../policies/require.ts'

/**
 * A delivery is due again, whatever became of it, with all its tries before it, and is made at once.
 * @throws NotAllowedError
 * @throws NotFoundError where there is none, or its address listens no more
 */
export async function resendDelivery({ db }: { db: Db }, actor: Actor, deliveryId: number): Promise<void> {
  const { organisationId } = actor
  requireCan(actor, 'api.manage', { organisationId })
  if (!Number.isSafeInteger(deliveryId)) throw new NotFoundError('delivery')
  await db.transaction(async tx => {
    const due = await tx.execute(sql`
      update webhook_delivery set next_at = now(), attempts = 0, delivered_at = null
      from webhook
      where webhook_delivery.id = ${deliveryId} and webhook.id = webhook_id
        and organisation_id = ${organisationId} and revoked_at is null
      returning webhook_delivery.id`)
    if (due.length === 0) throw new NotFoundError('delivery')
    await publish(tx, { type: 'deliveries' })
  })
}
