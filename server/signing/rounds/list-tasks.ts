import { and, asc, eq, notExists, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { report } from '#db/schema/report.ts'
import { signer, signingRound } from '#db/schema/signing.ts'
import { appUser } from '#db/schema/user.ts'
import type { Actor } from '../../policies/actor.ts'
import type { Services } from '../../services.ts'

export interface SigningTask {
  roundId: string
  reportId: string
  title: string
  diaryNumber: string | null
  version: number
  capacity: string
  startedAt: Date
  startedBy: string
  /** ISO date. */
  deadline: string | null
}

const earlier = alias(signer, 'earlier')

/** What waits for this person's signature now, the most urgent first. */
export function listTasks({ db }: Pick<Services, 'db'>, actor: Pick<Actor, 'id'>): Promise<SigningTask[]> {
  const someoneBefore = db
    .select({ id: earlier.id })
    .from(earlier)
    .where(
      and(
        eq(earlier.roundId, signer.roundId),
        eq(earlier.state, 'waiting'),
        sql`${earlier.position} < ${signer.position}`,
      ),
    )
  return db
    .select({
      roundId: signingRound.id,
      reportId: report.id,
      title: report.title,
      diaryNumber: report.diaryNumber,
      version: signingRound.version,
      capacity: signer.capacity,
      startedAt: signingRound.startedAt,
      startedBy: appUser.name,
      deadline: signingRound.deadline,
    })
    .from(signer)
    .innerJoin(signingRound, eq(signingRound.id, signer.roundId))
    .innerJoin(report, eq(report.id, signingRound.reportId))
    .innerJoin(appUser, eq(appUser.id, signingRound.startedBy))
    .where(
      and(
        eq(signer.userId, actor.id),
        eq(signer.state, 'waiting'),
        eq(signingRound.state, 'open'),
        or(eq(signingRound.order, 'parallel'), notExists(someoneBefore)),
      ),
    )
    .orderBy(sql`${signingRound.deadline} asc nulls last`, asc(signingRound.startedAt))
}
