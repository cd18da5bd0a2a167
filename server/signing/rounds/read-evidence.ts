import { asc, eq } from 'drizzle-orm'
import { signedFile, signingEvent } from '#db/schema/signing.ts'
import { appUser } from '#db/schema/user.ts'
import type { Actor } from '../../policies/actor.ts'
import { findReport } from '../../reports/find-report.ts'
import type { Services } from '../../services.ts'
import { findRound } from './find-round.ts'

/** Everything that a round rests on, as JSON for an archive or a court. @throws NotFoundError, NotAllowedError */
export async function readEvidence({ db }: Pick<Services, 'db'>, actor: Actor, roundId: string): Promise<object> {
  const { round, signers } = await findRound(db, roundId)
  const report = await findReport(db, actor, round.reportId, 'report.archive')
  const [files, events, people] = await Promise.all([
    db
      .select({ revision: signedFile.revision, sha256: signedFile.sha256, at: signedFile.at })
      .from(signedFile)
      .where(eq(signedFile.roundId, roundId))
      .orderBy(asc(signedFile.revision)),
    db.select().from(signingEvent).where(eq(signingEvent.roundId, roundId)).orderBy(asc(signingEvent.id)),
    db
      .select({ id: appUser.id, name: appUser.name, title: appUser.title, login: appUser.login })
      .from(appUser)
      .where(eq(appUser.organisationId, report.organisationId)),
  ])
  const person = new Map(people.map(({ id, ...rest }) => [id, rest]))
  const { code, version, order, level, expected, state, startedAt, endedAt, deadline, message } = round
  return {
    format: 'samskrift-evidence-1',
    report: { id: report.id, title: report.title, diaryNumber: report.diaryNumber, version },
    round: { id: round.id, code, order, level, expected, state, startedAt, endedAt, deadline, message },
    signers: signers.map(({ userId, position, capacity, field, state: decided, decidedAt }) => ({
      ...person.get(userId),
      position,
      capacity,
      field,
      state: decided,
      decidedAt,
    })),
    files,
    events: events.map(({ userId, reportId: _report, roundId: _round, ...event }) => ({
      ...event,
      by: userId === null ? null : (person.get(userId) ?? null),
    })),
  }
}
