import { randomUUID } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client.ts'
import { signedFile, signer, signingRound } from '#db/schema/signing.ts'
import type { SigningPage } from '#editor/core/signing-page.ts'
import { MOST_OF_CAPACITY, MOST_SIGNERS } from '#templates/signing-limits.ts'
import { InvalidInputError, ReportNotLockedError } from '../../errors.ts'
import type { Actor } from '../../policies/actor.ts'
import { findReport, type ReportRow } from '../../reports/find-report.ts'
import { resolveForExport } from '../../reports/resolve-for-export.ts'
import type { Services } from '../../services.ts'
import { sha256Hex } from '../../sha256.ts'
import { today } from '../../today.ts'
import { RoundExistsError, SigningNotSetUpError } from '../errors.ts'
import type { RequestFacts } from '../request-facts.ts'
import { asCandidates, type Candidate, possibleSigners } from './candidates.ts'
import { recordEvent } from './record-event.ts'
import { makeRoundCode, verifyUrl } from './round-code.ts'
import { signingPlanFile } from './signing-plan.ts'

const wanted = z.object({
  order: z.enum(['sequence', 'parallel']),
  signers: z
    .array(z.object({ userId: z.uuid(), capacity: z.string().trim().min(1).max(MOST_OF_CAPACITY) }))
    .min(1)
    .max(MOST_SIGNERS),
  message: z.string().trim().max(1000).default(''),
  deadline: z.iso.date().nullable().default(null),
})

interface Planned extends Candidate {
  capacity: string
  field: string
}

/** @throws InvalidInputError with `signers` or `deadline` */
async function planRound(tx: Services['db'], row: ReportRow, input: unknown) {
  const parsed = wanted.safeParse(input)
  if (!parsed.success) throw InvalidInputError.of(parsed.error, 'signers', ({ code }) => code)
  const { signers, deadline } = parsed.data
  if (new Set(signers.map(({ userId }) => userId)).size < signers.length)
    throw new InvalidInputError({ signers: 'twice' })
  if (deadline && deadline < today()) throw new InvalidInputError({ deadline: 'past' })
  const people = new Map(asCandidates(await possibleSigners(tx, row)).map(person => [person.id, person]))
  const planned = signers.map(({ userId, capacity }, index): Planned => {
    const person = people.get(userId)
    if (!person) throw new InvalidInputError({ signers: 'unknown' })
    return { ...person, capacity, field: `Underskrift ${index + 1}` }
  })
  return { ...parsed.data, planned }
}

/** @throws RoundExistsError */
async function requireNoRound(db: Services['db'] | Tx, { id, version }: ReportRow): Promise<void> {
  const [found] = await db
    .select({ id: signingRound.id })
    .from(signingRound)
    .where(
      and(
        eq(signingRound.reportId, id),
        eq(signingRound.version, version),
        inArray(signingRound.state, ['open', 'signed']),
      ),
    )
  if (found) throw new RoundExistsError(id)
}

const pageOf = (row: ReportRow, code: string, publicUrl: string, planned: Planned[]): SigningPage => ({
  version: row.version,
  code,
  verifyUrl: verifyUrl(publicUrl, code),
  signers: planned.map(({ field, name, title, capacity }) => ({ field, name, title, capacity })),
})

/**
 * Makes the file that is to be signed and asks the signers. Takes as long as an export; nothing is stored before the
 * file is there.
 * @throws NotFoundError, NotAllowedError, ReportNotLockedError, RoundExistsError, SigningNotSetUpError,
 *   InvalidInputError (`signers`, `deadline`), RenderError
 */
export async function startRound(
  services: Pick<Services, 'db' | 'documents' | 'exports' | 'signing'>,
  actor: Actor,
  {
    reportId,
    wish,
    publicUrl,
    facts,
  }: { reportId: string; wish: unknown; publicUrl: string; facts: Pick<RequestFacts, 'ip'> },
): Promise<{ roundId: string }> {
  const { db } = services
  const row = await findReport(db, actor, reportId, 'report.circulate')
  if (!row.lockedAt) throw new ReportNotLockedError(reportId)
  if (!services.signing.provider) throw new SigningNotSetUpError()
  await requireNoRound(db, row)
  const { order, message, deadline, planned } = await planRound(db, row, wish)

  const code = makeRoundCode()
  const found = await resolveForExport(services, actor, reportId)
  // It may have been opened anew just now.
  if (found.stored === undefined) throw new ReportNotLockedError(reportId)
  const signing = pageOf(row, code, publicUrl, planned)
  const startedAt = new Date()
  const { level } = services.signing
  const plan = signingPlanFile({
    report: { id: row.id, title: row.title, diaryNumber: row.diaryNumber },
    stored: found.stored,
    page: signing,
    order,
    level,
    startedBy: { name: actor.name, title: actor.title },
    startedAt,
  })
  const bytes = await services.exports.render({ ...found, format: 'pdf', figures: true, signing, attached: [plan] })

  const roundId = randomUUID()
  const sha256 = sha256Hex(bytes)
  await db.transaction(async tx => {
    // It may have been opened anew while the file was made.
    const now = await findReport(tx, actor, reportId, 'report.circulate', { hold: 'rights' })
    if (!now.lockedAt || now.version !== row.version) throw new ReportNotLockedError(reportId)
    await requireNoRound(tx, now)
    await tx.insert(signingRound).values({
      id: roundId,
      reportId,
      version: row.version,
      order,
      level,
      code,
      expected: planned.length,
      message: message || null,
      deadline,
      startedBy: actor.id,
      startedAt,
    })
    await tx
      .insert(signer)
      .values(planned.map(({ id, capacity, field }, position) => ({ roundId, position, userId: id, capacity, field })))
    await tx.insert(signedFile).values({ roundId, revision: 0, bytes, sha256 })
    await recordEvent(tx, {
      reportId,
      version: row.version,
      roundId,
      kind: 'started',
      userId: actor.id,
      ip: facts.ip,
      hashAfter: sha256,
    })
  })
  return { roundId }
}
