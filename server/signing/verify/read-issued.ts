import { and, asc, desc, eq, gt, inArray } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { frozenReport } from '#db/schema/document.ts'
import { report } from '#db/schema/report.ts'
import { signedFile, signer, signingEvent, signingRound } from '#db/schema/signing.ts'
import { appUser } from '#db/schema/user.ts'
import type { ResolvedReport } from '#editor/core/resolved-report.ts'
import type { IssuedFile, IssuedSigner, IssuedState } from './issued.ts'

type Round = typeof signingRound.$inferSelect

async function readSigners(db: Db, roundId: string): Promise<{ signers: IssuedSigner[]; test: boolean }> {
  const rows = await db
    .select({ id: signer.id, capacity: signer.capacity, name: appUser.name })
    .from(signer)
    .innerJoin(appUser, eq(appUser.id, signer.userId))
    .where(eq(signer.roundId, roundId))
    .orderBy(asc(signer.position))
  const events = await db
    .select()
    .from(signingEvent)
    .where(and(eq(signingEvent.roundId, roundId), eq(signingEvent.kind, 'signed')))
  const signers = rows.map(({ id, name, capacity }) => {
    const event = events.find(one => one.signerId === id)
    return {
      name,
      capacity,
      at: event?.at.toISOString() ?? null,
      method: event?.authentication?.method ?? null,
      acr: event?.authentication?.acr ?? null,
      certificate: event?.signature?.certificate.subject ?? null,
      certificateIssuer: event?.signature?.certificate.issuer ?? null,
      level: event?.signature?.level ?? null,
      timestamp: event?.signature?.timestamp ?? null,
    }
  })
  return { signers, test: events.some(({ signature }) => signature?.test) }
}

/** Whether the report went on after this version: opened anew, or locked again. */
async function hasLater(db: Db, { reportId, version }: Round): Promise<boolean> {
  const [later] = await db
    .select({ version: report.version })
    .from(report)
    .where(and(eq(report.id, reportId), gt(report.version, version)))
  return later !== undefined
}

async function readFile(db: Db, round: Round): Promise<IssuedFile | null> {
  const [frozen] = await db
    .select({ resolved: frozenReport.resolved })
    .from(frozenReport)
    .where(and(eq(frozenReport.reportId, round.reportId), eq(frozenReport.version, round.version)))
  const [last] = await db
    .select({ sha256: signedFile.sha256, revision: signedFile.revision })
    .from(signedFile)
    .where(eq(signedFile.roundId, round.id))
    .orderBy(desc(signedFile.revision))
    .limit(1)
  if (!frozen || last?.revision !== round.expected) return null
  const resolved = JSON.parse(frozen.resolved) as ResolvedReport
  return {
    title: resolved.report.title,
    diaryNumber: resolved.report.diaryNumber,
    organisation: resolved.organisation.name,
    board: resolved.board.name,
    version: round.version,
    hasLaterVersion: await hasLater(db, round),
    at: round.endedAt?.toISOString() ?? null,
    sha256: last.sha256,
    expected: round.expected,
    ...(await readSigners(db, round.id)),
  }
}

async function stateOf(db: Db, round: Round): Promise<IssuedState> {
  const file = round.state === 'signed' ? await readFile(db, round) : null
  return file ? { state: 'finished', file } : { state: 'unfinished' }
}

/** What the code on a file's last page stands for; null where nothing was issued under it. */
export async function issuedByCode(db: Db, code: string): Promise<IssuedState | null> {
  const [round] = await db.select().from(signingRound).where(eq(signingRound.code, code))
  return round ? stateOf(db, round) : null
}

export interface IssuedMatch {
  issued: IssuedState
  sha256: string
  /** How many signatures the file that was issued held. */
  revision: number
  expected: number
}

/** The issued files that have one of those hashes. */
export async function issuedByHash(db: Db, hashes: string[]): Promise<IssuedMatch[]> {
  if (hashes.length === 0) return []
  const rows = await db
    .select({ round: signingRound, revision: signedFile.revision, sha256: signedFile.sha256 })
    .from(signedFile)
    .innerJoin(signingRound, eq(signingRound.id, signedFile.roundId))
    .where(inArray(signedFile.sha256, hashes))
  return Promise.all(
    rows.map(async ({ round, revision, sha256 }) => ({
      issued: await stateOf(db, round),
      revision,
      sha256,
      expected: round.expected,
    })),
  )
}
