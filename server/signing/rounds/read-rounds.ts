import { asc, desc, eq, inArray } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { signedFile, signer, signingEvent, signingRound } from '#db/schema/signing.ts'
import { appUser } from '#db/schema/user.ts'
import { whoseTurn } from './turn.ts'

export interface SignerView {
  id: string
  userId: string
  name: string
  title: string
  capacity: string
  /** `turn`: asked now. `waiting`: not asked yet. */
  state: 'signed' | 'refused' | 'turn' | 'waiting'
  decidedAt: Date | null
  remindedAt: Date | null
}

export interface RoundView {
  id: string
  version: number
  order: 'sequence' | 'parallel'
  state: 'open' | 'signed' | 'refused' | 'withdrawn'
  code: string
  level: string
  message: string | null
  /** ISO date. */
  deadline: string | null
  startedAt: Date
  startedBy: string
  endedAt: Date | null
  /** Why it was refused or called back, in the person's words. */
  reason: string | null
  /** The key is for tests: nothing here counts as signed. */
  test: boolean
  signers: SignerView[]
  /** The file as it is now. */
  file: { revision: number; sha256: string }
}

type Row = { round: typeof signingRound.$inferSelect; startedBy: string }

const reasonsAmong = (events: { roundId: string | null; reason: string | null }[]): Map<string | null, string> =>
  new Map(events.flatMap(({ roundId, reason }) => (reason ? [[roundId, reason] as const] : [])))

/** Rounds of a report, the newest first. The caller has asked whether the report may be read. */
export async function readRounds(db: Db, reportId: string): Promise<RoundView[]> {
  const rows: Row[] = await db
    .select({ round: signingRound, startedBy: appUser.name })
    .from(signingRound)
    .innerJoin(appUser, eq(appUser.id, signingRound.startedBy))
    .where(eq(signingRound.reportId, reportId))
    .orderBy(desc(signingRound.startedAt))
  const ids = rows.map(({ round }) => round.id)
  if (!ids.length) return []
  const [signers, files, events] = await Promise.all([
    db
      .select({ signer, name: appUser.name, title: appUser.title })
      .from(signer)
      .innerJoin(appUser, eq(appUser.id, signer.userId))
      .where(inArray(signer.roundId, ids))
      .orderBy(asc(signer.position)),
    db
      .select({ roundId: signedFile.roundId, revision: signedFile.revision, sha256: signedFile.sha256 })
      .from(signedFile)
      .where(inArray(signedFile.roundId, ids))
      .orderBy(asc(signedFile.revision)),
    db.select().from(signingEvent).where(inArray(signingEvent.roundId, ids)).orderBy(asc(signingEvent.id)),
  ])
  const fileOf = new Map(files.map(({ roundId, ...file }) => [roundId, file]))
  const reasonOf = reasonsAmong(events.filter(({ kind }) => kind === 'refused' || kind === 'withdrawn'))
  const testRounds = new Set(events.flatMap(({ roundId, signature }) => (signature?.test ? [roundId] : [])))
  return rows.map(({ round, startedBy }) => {
    const own = signers.filter(row => row.signer.roundId === round.id)
    const asked =
      round.state === 'open'
        ? whoseTurn(
            round.order,
            own.map(row => row.signer),
          )
        : []
    return {
      ...round,
      startedBy,
      reason: reasonOf.get(round.id) ?? null,
      test: testRounds.has(round.id),
      file: fileOf.get(round.id) ?? { revision: 0, sha256: '' },
      signers: own.map(row => ({
        ...row.signer,
        name: row.name,
        title: row.title,
        state: row.signer.state === 'waiting' && asked.includes(row.signer) ? 'turn' : row.signer.state,
      })),
    }
  })
}
