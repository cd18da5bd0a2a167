import { desc, eq, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { webhook, webhookDelivery } from '#db/schema/api.ts'
import { appUser } from '#db/schema/user.ts'
import type { Actor } from '../policies/actor.ts'
import { requireCan } from '../policies/require.ts'

export interface ListedWebhook {
  id: string
  url: string
  madeBy: string
  /** ISO 8601 instants. */
  madeAt: string
  revokedAt: string | null
}

export interface ListedDelivery {
  id: number
  url: string
  /** Figures that it tells of. */
  figures: number
  createdAt: string
  deliveredAt: string | null
  /** When it is tried again; null where it was delivered or given up. */
  nextAt: string | null
  attempts: number
  /** Why the last try failed: a code of {@link OutboundError}, or "http-503". */
  lastError: string | null
  state: 'delivered' | 'waiting' | 'given-up'
  /** It may be sent again: its address still listens. */
  mayResend: boolean
}

export interface Webhooks {
  webhooks: ListedWebhook[]
  /** The newest of all addresses. */
  deliveries: ListedDelivery[]
}

const MOST_DELIVERIES = 50

/** The organisation's webhooks, and what they were told, newest first. @throws NotAllowedError */
export async function listWebhooks({ db }: { db: Db }, actor: Actor): Promise<Webhooks> {
  const { organisationId } = actor
  requireCan(actor, 'api.manage', { organisationId })
  const here = eq(webhook.organisationId, organisationId)
  const [hooks, rows] = await Promise.all([
    db
      .select({ webhook, madeBy: appUser.name })
      .from(webhook)
      .innerJoin(appUser, eq(appUser.id, webhook.createdBy))
      .where(here)
      .orderBy(desc(webhook.createdAt), webhook.id),
    db
      .select({
        delivery: webhookDelivery,
        url: webhook.url,
        revokedAt: webhook.revokedAt,
        figures: sql<number>`(jsonb_array_length(body->'figures') + (body->>'more')::int)::int`,
      })
      .from(webhookDelivery)
      .innerJoin(webhook, eq(webhook.id, webhookDelivery.webhookId))
      .where(here)
      .orderBy(desc(webhookDelivery.id))
      .limit(MOST_DELIVERIES),
  ])
  return {
    webhooks: hooks.map(({ webhook: { id, url, createdAt, revokedAt }, madeBy }) => ({
      id,
      url,
      madeBy,
      madeAt: createdAt.toISOString(),
      revokedAt: revokedAt?.toISOString() ?? null,
    })),
    deliveries: rows.map(({ delivery: { id, createdAt, deliveredAt, nextAt, attempts, lastError }, ...row }) => ({
      id,
      url: row.url,
      figures: row.figures,
      createdAt: createdAt.toISOString(),
      deliveredAt: deliveredAt?.toISOString() ?? null,
      nextAt: nextAt?.toISOString() ?? null,
      attempts,
      lastError,
      state: deliveredAt ? 'delivered' : nextAt ? 'waiting' : 'given-up',
      mayResend: row.revokedAt === null,
    })),
  }
}
