import { eq } from 'drizzle-orm'
import { signingRound } from '#db/schema/signing.ts'
import type { Actor } from '../../policies/actor.ts'
import { findReport } from '../../reports/find-report.ts'
import type { Services } from '../../services.ts'
import { RoundOverError } from '../errors.ts'
import type { RequestFacts } from '../request-facts.ts'
import { findRound } from './find-round.ts'
import { readReason } from './reason.ts'
import { recordEvent } from './record-event.ts'

/**
 * Calls a round back before it is finished. The report stays locked and can be sent round anew.
 * @throws NotFoundError, NotAllowedError, RoundOverError, InvalidInputError (`reason`)
 */
export async function withdraw(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  { roundId, reason: given, facts }: { roundId: string; reason: unknown; facts: Pick<RequestFacts, 'ip'> },
): Promise<void> {
  const reason = readReason(given)
  await db.transaction(async tx => {
    const { round } = await findRound(tx, roundId, { hold: true })
    await findReport(tx, actor, round.reportId, 'report.circulate')
    if (round.state !== 'open') throw new RoundOverError(round.state)
    await tx.update(signingRound).set({ state: 'withdrawn', endedAt: new Date() }).where(eq(signingRound.id, roundId))
    const { reportId, version } = round
    await recordEvent(tx, { reportId, version, roundId, kind: 'withdrawn', userId: actor.id, ip: facts.ip, reason })
  })
}
