import { eq, inArray } from 'drizzle-orm'
import { signer, signingRound } from '#db/schema/signing.ts'
import type { Env } from '../../env.ts'
import type { Actor } from '../../policies/actor.ts'
import { MailNotSetUpError } from '../../reminders/errors.ts'
import { findReport } from '../../reports/find-report.ts'
import type { Services } from '../../services.ts'
import { findRound } from '../rounds/find-round.ts'
import { askedSigners } from './send-signing-mails.ts'

/**
 * Asks for a mail to everybody whose turn it is; the clock sends it within half a minute.
 * @returns how many people that reaches
 * @throws NotFoundError, NotAllowedError, MailNotSetUpError
 */
export async function remindSigners(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  { roundId, env }: { roundId: string; env: Env },
): Promise<number> {
  const { round } = await findRound(db, roundId)
  await findReport(db, actor, round.reportId, 'report.circulate')
  if (!env.mailIsSetUp) throw new MailNotSetUpError()
  const asked = await askedSigners(db, eq(signingRound.id, roundId))
  const ids = asked.map(row => row.signer.id)
  if (ids.length) await db.update(signer).set({ toldAt: null }).where(inArray(signer.id, ids))
  return ids.length
}
