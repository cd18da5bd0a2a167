import { and, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.ts'
import { type Authentication, signingEvent } from '#db/schema/signing.ts'
import { StepUpNeededError } from '../errors.ts'

/** A login older than this says too little of who sits there now, ms. */
export const STEP_UP_LASTS = 5 * 60_000
/** The identity provider's clock may be ahead of ours, and it states whole seconds, ms. */
const CLOCK_SKEW = 60_000

export interface StepUpRule {
  /** Authentication context class that the provider must have stated; null where any will do. */
  acr: string | null
  /** When the round began: a login from before was for something else. */
  since: Date
  now: Date
}

function isRecentAndStrong({ method, acr, at }: Authentication, rule: StepUpRule): boolean {
  const then = Date.parse(at)
  const age = rule.now.getTime() - then
  // Whole seconds are rounded down.
  const isSince = then >= rule.since.getTime() - 1000
  if (!isSince || age < -CLOCK_SKEW || age > STEP_UP_LASTS) return false
  return method !== 'oidc' || rule.acr === null || acr === rule.acr
}

/** Whether a signature can rest on the login: recent, strong enough, and not used for a signature yet. */
export async function isStepUp(
  db: Db | Tx,
  userId: string,
  authentication: Authentication | null,
  rule: StepUpRule,
): Promise<boolean> {
  if (!authentication || !isRecentAndStrong(authentication, rule)) return false
  const [used] = await db
    .select({ id: signingEvent.id })
    .from(signingEvent)
    .where(
      and(
        eq(signingEvent.userId, userId),
        eq(signingEvent.kind, 'signed'),
        sql`${signingEvent.authentication}->>'at' = ${authentication.at}`,
      ),
    )
    .limit(1)
  return !used
}

/** @throws StepUpNeededError */
export async function requireStepUp(
  db: Db | Tx,
  userId: string,
  authentication: Authentication | null,
  rule: StepUpRule,
): Promise<Authentication> {
  if (authentication && (await isStepUp(db, userId, authentication, rule))) return authentication
  throw new StepUpNeededError(userId)
}
