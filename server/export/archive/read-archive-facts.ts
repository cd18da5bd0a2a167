import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { frozenReport } from '#db/schema/document.ts'
import { dispatch, signedFile, signer, signingEvent, signingRound } from '#db/schema/signing.ts'
import { appUser } from '#db/schema/user.ts'
import { ReportNotLockedError } from '../../errors.ts'
import type { Actor } from '../../policies/actor.ts'
import { findReport } from '../../reports/find-report.ts'
import { readFrozen } from '../../reports/read-frozen.ts'
import type { ArchiveFacts, Dispatch, Evidence, Person, Round, SignedReport } from './archive-facts.ts'
import { readTextHistory } from './read-text-history.ts'

type OfVersion = { reportId: string; version: number }

const PERSON = { id: appUser.id, name: appUser.name, title: appUser.title }

async function readRounds(db: Db, { reportId, version }: OfVersion) {
  const rounds = await db
    .select({ round: signingRound, by: PERSON })
    .from(signingRound)
    .innerJoin(appUser, eq(appUser.id, signingRound.startedBy))
    .where(and(eq(signingRound.reportId, reportId), eq(signingRound.version, version)))
    .orderBy(asc(signingRound.startedAt), asc(signingRound.id))
  const signers = rounds.length
    ? await db
        .select({ signer, person: PERSON })
        .from(signer)
        .innerJoin(appUser, eq(appUser.id, signer.userId))
        .where(
          inArray(
            signer.roundId,
            rounds.map(({ round }) => round.id),
          ),
        )
        .orderBy(asc(signer.position))
    : []
  return rounds.map(({ round, by }) => ({
    id: round.id,
    facts: {
      code: round.code,
      order: round.order,
      level: round.level,
      expected: round.expected,
      state: round.state,
      startedAt: round.startedAt.toISOString(),
      startedBy: by,
      endedAt: round.endedAt?.toISOString() ?? null,
      signers: signers
        .filter(row => row.signer.roundId === round.id)
        .map(({ signer: { capacity, state, decidedAt }, person }) => ({
          ...person,
          capacity,
          state,
          decidedAt: decidedAt?.toISOString() ?? null,
        })),
    } satisfies Round,
  }))
}

async function readSigned(db: Db, rounds: { id: string; facts: Round }[]): Promise<SignedReport | null> {
  const finished = rounds.find(({ facts }) => facts.state === 'signed')
  if (!finished) return null
  const [file] = await db
    .select()
    .from(signedFile)
    .where(and(eq(signedFile.roundId, finished.id), eq(signedFile.revision, finished.facts.expected)))
    .orderBy(desc(signedFile.revision))
    .limit(1)
  if (!file) throw new Error(`the finished file of round ${finished.id} is gone`)
  const { code, level } = finished.facts
  return { bytes: file.bytes, sha256: file.sha256, at: file.at.toISOString(), code, level }
}

async function readEvents(db: Db, { reportId, version }: OfVersion, codes: Map<string, string>): Promise<Evidence[]> {
  const rows = await db
    .select({ event: signingEvent, person: PERSON })
    .from(signingEvent)
    .leftJoin(appUser, eq(appUser.id, signingEvent.userId))
    .where(and(eq(signingEvent.reportId, reportId), eq(signingEvent.version, version)))
    .orderBy(asc(signingEvent.id))
  return rows.map(({ event, person }) => ({
    id: event.id,
    kind: event.kind,
    at: event.at.toISOString(),
    person,
    round: event.roundId === null ? null : (codes.get(event.roundId) ?? null),
    ip: event.ip,
    authentication: event.authentication,
    hashBefore: event.hashBefore,
    hashAfter: event.hashAfter,
    signature: event.signature,
    reason: event.reason,
    errorCode: event.errorCode,
  }))
}

async function readDispatches(db: Db, { reportId, version }: OfVersion): Promise<Dispatch[]> {
  const rows = await db
    .select({ row: dispatch, by: PERSON })
    .from(dispatch)
    .innerJoin(appUser, eq(appUser.id, dispatch.by))
    .where(and(eq(dispatch.reportId, reportId), eq(dispatch.version, version)))
    .orderBy(asc(dispatch.at), asc(dispatch.id))
  return rows.map(({ row: { sentOn, at, audience, recipients, sha256, note }, by }) => ({
    sentOn,
    at: at.toISOString(),
    by,
    audience,
    recipients,
    sha256,
    note,
  }))
}

async function readPerson(db: Db, userId: string | null): Promise<Person | null> {
  if (userId === null) return null
  const [person] = await db.select(PERSON).from(appUser).where(eq(appUser.id, userId))
  return person ?? null
}

/** @throws NotFoundError, NotAllowedError, ReportNotLockedError */
export async function readArchiveFacts(db: Db, actor: Actor, reportId: string): Promise<ArchiveFacts> {
  const row = await findReport(db, actor, reportId, 'report.archive')
  if (!row.lockedAt) throw new ReportNotLockedError(reportId)
  const key = { reportId: row.id, version: row.version }
  const [frozen] = await db
    .select()
    .from(frozenReport)
    .where(and(eq(frozenReport.reportId, key.reportId), eq(frozenReport.version, key.version)))
  if (!frozen) throw new Error(`nothing was stored when version ${key.version} of ${key.reportId} was locked`)
  const rounds = await readRounds(db, key)
  const { seq } = readFrozen(frozen.resolved).report
  return {
    version: key.version,
    locked: { at: frozen.at.toISOString(), by: await readPerson(db, row.lockedBy), sha256: frozen.sha256 },
    history: await readTextHistory(db, key.reportId, { state: frozen.state, upTo: seq }),
    signed: await readSigned(db, rounds),
    rounds: rounds.map(({ facts }) => facts),
    events: await readEvents(db, key, new Map(rounds.map(({ id, facts }) => [id, facts.code]))),
    dispatches: await readDispatches(db, key),
  }
}
