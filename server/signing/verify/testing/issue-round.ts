import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { frozenReport } from '#db/schema/document.ts'
import { report } from '#db/schema/report.ts'
import { signedFile, signer, signingEvent, signingRound } from '#db/schema/signing.ts'
import { appUser } from '#db/schema/user.ts'
import { sha256Hex } from '../../../sha256.ts'

export interface RoundWish {
  reportId: string
  code: string
  /** After none, one, two … signatures. */
  revisions: Uint8Array[]
  state?: 'open' | 'signed' | 'refused'
  version?: number
  /** Signed with the key that counts for nothing. */
  test?: boolean
  /** Logins of those who sign; as many as the finished file has signatures. */
  logins: string[]
}

/** A locked version of a report and its round of signatures, as rows: what the actions of a round leave behind. */
export async function issueRound(
  db: Db,
  { reportId, code, revisions, state = 'signed', version = 1, test = false, logins }: RoundWish,
): Promise<void> {
  const [row] = await db.select().from(report).where(eq(report.id, reportId))
  if (!row) throw new Error('no report')
  const users = await Promise.all(
    logins.map(async login => {
      const [user] = await db.select().from(appUser).where(eq(appUser.login, login))
      if (!user) throw new Error(`no user ${login}`)
      return user
    }),
  )
  const resolved = JSON.stringify({
    organisation: { name: 'Exempelkommun' },
    board: { name: 'Vård- och omsorgsnämnden' },
    report: { id: row.id, title: row.title, diaryNumber: row.diaryNumber },
  })
  await db
    .insert(frozenReport)
    .values({ reportId, version, resolved, sha256: sha256Hex(Buffer.from(resolved)), state: new Uint8Array() })
  const [first] = users
  const [round] = await db
    .insert(signingRound)
    .values({
      reportId,
      version,
      order: 'sequence',
      level: 'B-B',
      code,
      expected: logins.length,
      state,
      startedBy: first?.id ?? '',
      endedAt: state === 'open' ? null : new Date('2026-11-20T13:05:00Z'),
    })
    .returning()
  if (!round) throw new Error('no round')
  for (const [revision, bytes] of revisions.entries())
    await db.insert(signedFile).values({ roundId: round.id, revision, bytes, sha256: sha256Hex(bytes) })
  for (const [position, user] of users.entries()) {
    const isSigned = position < revisions.length - 1
    const [who] = await db
      .insert(signer)
      .values({
        roundId: round.id,
        position,
        userId: user.id,
        capacity: position === 0 ? 'Föredragande' : 'Ordförande',
        field: `Underskrift ${position + 1}`,
        state: isSigned ? 'signed' : 'waiting',
      })
      .returning()
    if (!isSigned) continue
    await db.insert(signingEvent).values({
      reportId,
      version,
      roundId: round.id,
      signerId: who?.id ?? '',
      kind: 'signed',
      userId: user.id,
      at: new Date('2026-11-20T13:00:00Z'),
      authentication: {
        method: 'oidc',
        issuer: 'https://login.exempel.se',
        subject: user.login,
        acr: 'http://id.elegnamnden.se/loa/1.0/loa3',
        amr: [],
        at: '2026-11-20T12:59:00Z',
      },
      signature: {
        provider: test ? 'test' : 'pkcs12',
        test,
        level: 'B-B',
        certificate: {
          subject: `CN=${user.name}`,
          issuer: 'CN=Utfärdare Ö,O=Exempelköpings kommun,C=SE',
          serial: '01',
          notAfter: '2028-11-20T00:00:00Z',
        },
        timestamp: null,
      },
    })
  }
}
