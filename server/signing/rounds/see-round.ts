import { and, eq } from 'drizzle-orm'
import { signingEvent } from '#db/schema/signing.ts'
import { NotFoundError } from '../../errors.ts'
import type { Actor } from '../../policies/actor.ts'
import { findReport } from '../../reports/find-report.ts'
import type { Services } from '../../services.ts'
import type { RequestFacts } from '../request-facts.ts'
import { findRound, latestFile } from './find-round.ts'
import { type RoundView, readRounds } from './read-rounds.ts'
import { recordEvent } from './record-event.ts'

export interface SeenRound {
  report: { id: string; title: string; diaryNumber: string | null }
  round: RoundView
}

/** A round for one who is asked to sign in it, or may read the report. @throws NotFoundError */
export async function readRound({ db }: Pick<Services, 'db'>, actor: Actor, roundId: string): Promise<SeenRound> {
  const { round } = await findRound(db, roundId)
  const { id, title, diaryNumber } = await findReport(db, actor, round.reportId, 'report.read')
  const view = (await readRounds(db, id)).find(one => one.id === roundId)
  if (!view) throw new NotFoundError('signing round')
  return { report: { id, title, diaryNumber }, round: view }
}

/**
 * The file as it is now. That a signer got it is kept in the evidence, once for each state of the file.
 * @throws NotFoundError
 */
export async function readRoundFile(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  { roundId, facts }: { roundId: string; facts: Pick<RequestFacts, 'ip'> },
): Promise<{ bytes: Uint8Array; sha256: string; title: string; revision: number }> {
  const { round, signers } = await findRound(db, roundId)
  const report = await findReport(db, actor, round.reportId, 'report.read')
  const file = await latestFile(db, roundId)
  const own = signers.find(({ userId }) => userId === actor.id)
  if (own?.state === 'waiting') {
    const seen = and(
      eq(signingEvent.signerId, own.id),
      eq(signingEvent.kind, 'seen'),
      eq(signingEvent.hashAfter, file.sha256),
    )
    const [known] = await db.select({ id: signingEvent.id }).from(signingEvent).where(seen).limit(1)
    if (!known)
      await recordEvent(db, {
        reportId: round.reportId,
        version: round.version,
        roundId,
        signerId: own.id,
        kind: 'seen',
        userId: actor.id,
        ip: facts.ip,
        hashAfter: file.sha256,
      })
  }
  return { bytes: file.bytes, sha256: file.sha256, title: report.title, revision: file.revision }
}
