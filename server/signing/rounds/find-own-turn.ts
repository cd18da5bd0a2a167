import type { Db, Tx } from '#db/client.ts'
import { NotFoundError } from '../../errors.ts'
import type { Actor } from '../../policies/actor.ts'
import { findReport, type ReportRow } from '../../reports/find-report.ts'
import { NotYourTurnError, RoundOverError } from '../errors.ts'
import { findRound, type RoundRow, type SignerRow } from './find-round.ts'
import { whoseTurn } from './turn.ts'

export interface OwnTurn {
  report: ReportRow
  round: RoundRow
  signers: SignerRow[]
  signer: SignerRow
}

/**
 * The round, when it is the actor's turn in it. Held until the transaction ends: no two decide at the same time.
 * @throws NotFoundError where the actor is not asked, RoundOverError, NotYourTurnError
 */
export async function findOwnTurn(db: Db | Tx, actor: Actor, roundId: string): Promise<OwnTurn> {
  const { round, signers } = await findRound(db, roundId, { hold: true })
  const signer = signers.find(({ userId }) => userId === actor.id)
  if (!signer) throw new NotFoundError('signing round')
  const report = await findReport(db, actor, round.reportId, 'report.read')
  if (round.state !== 'open') throw new RoundOverError(round.state)
  if (!whoseTurn(round.order, signers).includes(signer)) throw new NotYourTurnError(signer.id)
  return { report, round, signers, signer }
}
