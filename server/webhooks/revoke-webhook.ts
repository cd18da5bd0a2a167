import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { webhook, webhookDelivery } from '#db/schema/api.ts'
import { NotFoundError } from '../errors.ts'
import { isUuid } from '../is-uuid.ts'
import type { Actor } from '../policies/actor.ts'
import { requireCan } from '../policies/require.ts'

/** The address is told nothing more, also not what is waiting. Twice is as once. @throws NotAllowedError, NotFoundError */
export async function revokeWebhook({ db }: { db: Db }, actor: Actor, webhookId: string): Promise<void> {
  const { organisationId } = actor
  requireCan(actor, 'api.manage', { organisationId })
  if (!isUuid(webhookId)) throw new NotFoundError('webhook')
  await db.transaction(async tx => {
    const revoked = await tx
      .update(webhook)
      .set({ revokedAt: sql`coalesce(${webhook.revokedAt}, now())` })
      .where(and(eq(webhook.id, webhookId), eq(webhook.organisationId, organisationId)))
      .returning({ id: webhook.id })
    if (revoked.length === 0) throw new NotFoundError('webhook')
    await tx
      .update(webhookDelivery)
      .set({ nextAt: null })
      .where(and(eq(webhookDelivery.webhookId, webhookId), isNull(webhookDelivery.deliveredAt)))
  })
}
