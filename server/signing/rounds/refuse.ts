import { eq } from 'drizzle-orm'
import { report } from '#db/schema/report.ts'
import { signer as signerTable, signingRound } from '#db/schema/signing.ts'
import type { Actor } from '../../policies/actor.ts'
import { reopen } from '../../reports/reopen.ts'
import type { Services } from '../../services.ts'
import type { RequestFacts } from '../request-facts.ts'
import { findOwnTurn } from './find-own-turn.ts'
import { latestHash } from './find-round.ts'
import { readReason } from './reason.ts'
import { recordEvent } from './record-event.ts'

/**
 * A signer says no: the round is over, and the report is opened as its next version. What others have signed is kept.
 * @throws NotFoundError, RoundOverError, NotYourTurnError, InvalidInputError (`reason`)
 */
export async function refuse(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  { roundId, reason: given, facts }: { roundId: string; reason: unknown; facts: RequestFacts },
): Promise<{ reportId: string }> {
  const reason = readReason(given)
  return db.transaction(async tx => {
    const { round, signer } = await findOwnTurn(tx, actor, roundId)
    const now = new Date()
    const sha256 = await latestHash(tx, roundId)
    await tx.update(signerTable).set({ state: 'refused', decidedAt: now }).where(eq(signerTable.id, signer.id))
    await tx.update(signingRound).set({ state: 'refused', endedAt: now }).where(eq(signingRound.id, roundId))
    const event = { reportId: round.reportId, version: round.version, roundId, userId: actor.id, reason }
    await recordEvent(tx, {
      ...event,
      signerId: signer.id,
      kind: 'refused',
      ip: facts.ip,
      authentication: facts.authentication,
      hashBefore: sha256,
    })
    const [row] = await tx.select().from(report).where(eq(report.id, round.reportId)).for('no key update')
    // Somebody who may may have opened it already: the round is of an earlier version then.
    if (row?.lockedAt && row.version === round.version) {
      await reopen(tx, row)
      await recordEvent(tx, { ...event, kind: 'reopened' })
    }
    return { reportId: round.reportId }
  })
}
