import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { dispatch, signingRound } from '#db/schema/signing.ts'
import { InvalidInputError, ReportNotLockedError } from '../errors.ts'
import type { Actor } from '../policies/actor.ts'
import { findReport } from '../reports/find-report.ts'
import type { Services } from '../services.ts'
import { today } from '../today.ts'
import { RoundExistsError } from './errors.ts'
import type { RequestFacts } from './request-facts.ts'
import { latestHash } from './rounds/find-round.ts'
import { recordEvent } from './rounds/record-event.ts'

const sent = z.object({
  recipients: z.array(z.string().trim().min(2).max(200)).min(1).max(50),
  sentOn: z.iso.date().refine(day => day <= today(), { error: 'future' }),
  audience: z.enum(['internal', 'public']).default('internal'),
  note: z.string().trim().max(1000).default(''),
})

/**
 * Notes that the locked report was sent out of the myndighet, which makes it an upprättad handling (TF 2:10). What is
 * noted cannot be changed; another note can be added.
 * @throws NotFoundError, NotAllowedError, ReportNotLockedError, RoundExistsError while it is out to be signed,
 *   InvalidInputError (`recipients`, `sentOn`)
 */
export async function dispatchReport(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  { reportId, wish, facts }: { reportId: string; wish: unknown; facts: Pick<RequestFacts, 'ip'> },
): Promise<void> {
  const parsed = sent.safeParse(wish)
  if (!parsed.success) throw InvalidInputError.of(parsed.error, 'recipients', ({ code }) => code)
  const { recipients, sentOn, audience, note } = parsed.data
  await db.transaction(async tx => {
    const row = await findReport(tx, actor, reportId, 'report.dispatch', { hold: 'rights' })
    if (!row.lockedAt) throw new ReportNotLockedError(reportId)
    const rounds = await tx
      .select()
      .from(signingRound)
      .where(and(eq(signingRound.reportId, reportId), eq(signingRound.version, row.version)))
    if (rounds.some(({ state }) => state === 'open')) throw new RoundExistsError(reportId)
    const signed = rounds.find(({ state }) => state === 'signed') ?? null
    const sha256 = signed && audience === 'internal' ? await latestHash(tx, signed.id) : null
    await tx.insert(dispatch).values({
      reportId,
      version: row.version,
      roundId: signed?.id ?? null,
      audience,
      sha256,
      recipients,
      sentOn,
      note: note || null,
      by: actor.id,
    })
    await recordEvent(tx, {
      reportId,
      version: row.version,
      roundId: signed?.id ?? null,
      kind: 'dispatched',
      userId: actor.id,
      ip: facts.ip,
      hashAfter: sha256,
      reason: recipients.join('; '),
    })
  })
}
