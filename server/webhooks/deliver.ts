import { eq, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { webhookDelivery } from '#db/schema/api.ts'
import { log } from '../log.ts'
import { ask } from '../outbound/ask.ts'
import { OutboundError } from '../outbound/errors.ts'
import { NO_PRIVATE_HOSTS } from '../outbound/private-hosts.ts'
import { lookupWithin } from '../outbound/public-address.ts'
import { signatureOf } from './signature.ts'
import { isLoopback, type Reach, webhookUrlFault } from './webhook-url.ts'

const MINUTE = 60
/** Seconds until the next try, by how many have been made; after the last one nobody tries by themselves. */
const PAUSES = [1, 5, 15, 60, 180, 360, 720, 1440, 1440].map(minutes => minutes * MINUTE)
export const MOST_ATTEMPTS = PAUSES.length + 1

/** A receiver that has not answered by then did not take it, ms. */
const PATIENCE = 10_000
/** What a receiver answers is not read, apart from its status. */
const MAX_ANSWER = 64 * 1024

interface Due extends Record<string, unknown> {
  id: number
  webhookId: string
  attempts: number
  body: unknown
  url: string
  secret: string
}

export interface DeliveryOptions extends Reach {
  db: Db
  now?: () => Date
  timeoutMs?: number
}

/**
 * Takes the next delivery that is due, for this node alone: its next try is put off at once, so that a node that dies
 * while it sends leaves it to the next round of another.
 * @param except webhooks whose receiver has just failed: the others need not wait for it
 */
async function take(db: Db, now: Date, except: readonly string[]): Promise<Due | null> {
  const [due] = await db.execute<Due>(sql`
    update webhook_delivery set attempts = attempts + 1,
      next_at = ${now.toISOString()}::timestamptz
        + make_interval(secs => (${sql.param(PAUSES)}::int[])[least(attempts + 1, ${PAUSES.length})])
    from webhook
    where webhook.id = webhook_id and webhook_delivery.id = (
      select candidate.id from webhook_delivery as candidate join webhook as asked on asked.id = candidate.webhook_id
      where next_at <= ${now.toISOString()}::timestamptz and asked.revoked_at is null
        and asked.id <> all(${sql.param([...except])}::text[]::uuid[])
      order by candidate.id limit 1 for update of candidate skip locked)
    returning webhook_delivery.id, webhook_id as "webhookId", attempts, body, url, secret`)
  return due ? { ...due, id: Number(due.id) } : null
}

/** @returns null where the receiver took it, otherwise why not: a code, or "http-503" */
async function send({ id, url: address, secret, body }: Due, options: DeliveryOptions): Promise<string | null> {
  const { allowLoopback, privateHosts = NO_PRIVATE_HOSTS, timeoutMs = PATIENCE, now = () => new Date() } = options
  // What was allowed when it was written down may not be any more.
  if (webhookUrlFault(address, { allowLoopback, privateHosts })) return 'address-refused'
  const url = new URL(address)
  const text = JSON.stringify(body)
  try {
    const { status } = await ask(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Samskrift-Webhook/1',
        'samskrift-delivery': String(id),
        'samskrift-signature': signatureOf(secret, Math.floor(now().getTime() / 1000), text),
      },
      body: text,
      timeoutMs,
      maxBytes: MAX_ANSWER,
      ...(!(allowLoopback && isLoopback(url)) && { lookup: lookupWithin(privateHosts) }),
    })
    return status >= 200 && status < 300 ? null : `http-${status}`
  } catch (error) {
    if (error instanceof OutboundError) return error.cause instanceof OutboundError ? error.cause.code : error.code
    throw error
  }
}

async function note(db: Db, { id, webhookId, attempts }: Due, failure: string | null, now: Date): Promise<void> {
  const isOver = failure === null || attempts >= MOST_ATTEMPTS
  await db
    .update(webhookDelivery)
    .set({ lastError: failure, ...(failure === null && { deliveredAt: now }), ...(isOver && { nextAt: null }) })
    .where(eq(webhookDelivery.id, id))
  if (failure !== null && (attempts === 1 || isOver))
    log.warn({ webhookId, delivery: id, failure, attempts }, isOver ? 'webhook: given up' : 'webhook: not delivered')
}

/**
 * Sends what is due, oldest first; a receiver that fails is left alone until the next round. At least once: a receiver may
 * get a delivery twice and knows it by its number.
 * @returns how many were taken by their receivers
 */
export async function deliver(options: DeliveryOptions): Promise<number> {
  const { db, now = () => new Date() } = options
  const failed: string[] = []
  let delivered = 0
  for (;;) {
    const due = await take(db, now(), failed)
    if (!due) return delivered
    const failure = await send(due, options)
    await note(db, due, failure, now())
    if (failure === null) delivered += 1
    else failed.push(due.webhookId)
  }
}

/** How long a delivery is kept, to be looked at and sent again. */
const KEPT_DAYS = 30

/** Removes deliveries that are over and old. */
export async function pruneDeliveries({ db }: { db: Db }): Promise<void> {
  await db.execute(sql`
    delete from webhook_delivery where next_at is null and created_at < now() - make_interval(days => ${KEPT_DAYS})`)
}
