import { and, eq } from 'drizzle-orm'
import { signingRound } from '#db/schema/signing.ts'
import { ReportNotLockedError } from '../errors.ts'
import type { Actor } from '../policies/actor.ts'
import { findReport } from '../reports/find-report.ts'
import { reopen } from '../reports/reopen.ts'
import type { Services } from '../services.ts'
import { RoundExistsError } from './errors.ts'
import type { RequestFacts } from './request-facts.ts'
import { readReason } from './rounds/reason.ts'
import { recordEvent } from './rounds/record-event.ts'

/**
 * Opens a locked report as its next version. One that is out to be signed must be called back first; what is signed
 * stays signed, as the version that it was.
 * @throws NotFoundError, NotAllowedError, ReportNotLockedError, RoundExistsError, InvalidInputError (`reason`)
 */
export async function reopenReport(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  { reportId, reason: given, facts }: { reportId: string; reason: unknown; facts: Pick<RequestFacts, 'ip'> },
): Promise<void> {
  const reason = readReason(given)
  await db.transaction(async tx => {
    const row = await findReport(tx, actor, reportId, 'report.reopen', { hold: 'rights' })
    if (!row.lockedAt) throw new ReportNotLockedError(reportId)
    const [open] = await tx
      .select({ id: signingRound.id })
      .from(signingRound)
      .where(and(eq(signingRound.reportId, reportId), eq(signingRound.state, 'open')))
    if (open) throw new RoundExistsError(reportId)
    await reopen(tx, row)
    await recordEvent(tx, {
      reportId,
      version: row.version,
      kind: 'reopened',
      userId: actor.id,
      ip: facts.ip,
      reason,
    })
  })
}
