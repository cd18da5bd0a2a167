import { randomBytes } from 'node:crypto'
import { and, eq, isNull, lt, or } from 'drizzle-orm'
import { calendarFeed } from '#db/schema/calendar-feed.ts'
import type { Actor } from '../policies/actor.ts'
import type { Services } from '../services.ts'
import { sha256Hex } from '../sha256.ts'

const SECRET_BYTES = 32
const HOUR = 60 * 60 * 1000

export interface FeedState {
  createdAt: Date
  /** To the hour; null while no calendar has asked. */
  lastUsedAt: Date | null
}

/** Whether the person has an address that calendars read; the address itself is known to nobody but them. */
export async function feedState({ db }: Pick<Services, 'db'>, actor: Actor): Promise<FeedState | null> {
  const [row] = await db
    .select({ createdAt: calendarFeed.createdAt, lastUsedAt: calendarFeed.lastUsedAt })
    .from(calendarFeed)
    .where(eq(calendarFeed.userId, actor.id))
  return row ?? null
}

/** Makes a new address, and an old one useless. @returns the secret in it, this once */
export async function renewFeed({ db }: Pick<Services, 'db'>, actor: Actor): Promise<string> {
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  const values = { tokenSha256: sha256Hex(secret), createdAt: new Date(), lastUsedAt: null }
  await db
    .insert(calendarFeed)
    .values({ userId: actor.id, ...values })
    .onConflictDoUpdate({ target: calendarFeed.userId, set: values })
  return secret
}

export async function revokeFeed({ db }: Pick<Services, 'db'>, actor: Actor): Promise<void> {
  await db.delete(calendarFeed).where(eq(calendarFeed.userId, actor.id))
}

/** Whose address it is; null for nobody's. Notes that it was used, at most once an hour. */
export async function feedOwner({ db }: Pick<Services, 'db'>, secret: string): Promise<string | null> {
  const here = eq(calendarFeed.tokenSha256, sha256Hex(secret))
  const [row] = await db.select({ userId: calendarFeed.userId }).from(calendarFeed).where(here)
  if (!row) return null
  const now = new Date()
  const old = lt(calendarFeed.lastUsedAt, new Date(now.getTime() - HOUR))
  await db
    .update(calendarFeed)
    .set({ lastUsedAt: now })
    .where(and(here, or(isNull(calendarFeed.lastUsedAt), old)))
  return row.userId
}
