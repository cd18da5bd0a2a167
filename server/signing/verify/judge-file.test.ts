import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { report } from '#db/schema/report.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { sha256Hex } from '../../sha256.ts'
import { type DemoServices, demoActor, demoReport, demoServices } from '../../testing/demo-services.ts'
import { type TestCa, testCa } from '../testing/test-ca.ts'
import { judgeFile } from './judge-file.ts'
import type { Judgement } from './judgement.ts'
import { issuedByCode } from './read-issued.ts'
import { issueRound } from './testing/issue-round.ts'
import { contentOf, OBJECT, reportPdf, TRAILER } from './testing/report-pdf.ts'
import { signByAll } from './testing/sign-report.ts'
import { appendUpdate, stream } from './testing/write-pdf.ts'
import { VerifyBusyError } from './verify-errors.ts'
import { verifyPdf } from './verify-pdf.ts'

const database = testDatabase()
let services: DemoServices
let ca: TestCa
let revisions: Uint8Array[]
let finished: Uint8Array
let reportId: string
const LOGINS = ['mas', 'forvaltningschef']

beforeAll(async () => {
  services = await demoServices(database)
  ca = await testCa()
  const signers = [await ca.signer(), await ca.signer({ name: 'Örjan Ängström' })]
  revisions = await signByAll(ca, reportPdf(), signers, 'B-B')
  finished = revisions.at(-1) ?? new Uint8Array()
  reportId = await demoReport(services, await demoActor(services, 'mas'))
  await issueRound(database.db, { reportId, code: 'HEL-1', revisions, logins: LOGINS })
})
afterAll(async () => {
  await services.documents.close()
  await ca.close()
})

const verifier = { verify: async (bytes: Uint8Array) => verifyPdf(bytes, { roots: [ca.root] }) }
const judge = (bytes: Uint8Array, code: string | null = null): Promise<Judgement> =>
  judgeFile({ db: database.db, verifier }, bytes, code)

const altered = (bytes: Uint8Array): Uint8Array => {
  const copy = Uint8Array.from(bytes)
  const at = Buffer.from(copy).indexOf('16 av 34')
  copy[at] = 0x33
  return copy
}
/** Signed by the same people, never issued. */
const otherFile = async (): Promise<Uint8Array> =>
  (await signByAll(ca, reportPdf(100), [await ca.signer()], 'B-B')).at(-1) ?? new Uint8Array()

describe('a file', () => {
  test('that is the finished one, with or without its code', async () => {
    for (const code of [null, 'HEL-1', 'FINNS-INTE']) {
      const { kind, count, issued, sha256 } = await judge(finished, code)
      expect([kind, count, sha256]).toEqual(['finished', 2, sha256Hex(finished)])
      expect(issued).toMatchObject({
        title: 'Patientsäkerhetsberättelse 2023',
        diaryNumber: 'VON/2024:18',
        version: 1,
        hasLaterVersion: false,
        expected: 2,
        test: false,
        sha256: sha256Hex(finished),
      })
      expect(issued?.signers.map(({ capacity, method }) => [capacity, method])).toEqual([
        ['Föredragande', 'oidc'],
        ['Ordförande', 'oidc'],
      ])
    }
  })

  test('that was cut back to the first signature lacks one, though it is whole by itself', async () => {
    const { kind, count, issued } = await judge(revisions[1] ?? finished)
    expect([kind, count, issued?.expected]).toEqual(['signatures-missing', 1, 2])
    const unsigned = await judge(revisions[0] ?? finished)
    expect([unsigned.kind, unsigned.count]).toEqual(['signatures-missing', 0])
  })

  test('that something was added to', async () => {
    const page = appendUpdate(finished, { [OBJECT.content]: stream('', contentOf('34')) }, { trailer: TRAILER })
    for (const bytes of [page, Buffer.concat([finished, Buffer.from('mer')])]) {
      const { kind, issued } = await judge(bytes)
      expect([kind, issued?.title]).toEqual(['added-to', 'Patientsäkerhetsberättelse 2023'])
    }
  })

  test('with an altered byte is not the one under the code, and does not hold without it', async () => {
    expect((await judge(altered(finished), 'HEL-1')).kind).toBe('other-file')
    const { kind, issued, verdict } = await judge(altered(finished))
    expect([kind, issued]).toEqual(['altered', null])
    expect(verdict?.signatures[0]?.integrity).toContain('digest-mismatch')
  })

  test('that is genuine, but another one', async () => {
    const other = await otherFile()
    expect((await judge(other, 'HEL-1')).kind).toBe('other-file')
    expect(await judge(other)).toMatchObject({ kind: 'foreign', issued: null })
    const stranger = await testCa()
    const file = (await signByAll(stranger, reportPdf(50), [await stranger.signer()], 'B-B')).at(-1) ?? other
    await stranger.close()
    expect((await judge(file)).kind).toBe('foreign-untrusted')
  })

  test.each([
    ['hej', 'not-a-pdf'],
    ['%PDF-1.7\n', 'pdf-damaged'],
  ])('that cannot be read (%s) says why', async (text, problem) => {
    expect(await judge(Buffer.from(text))).toMatchObject({ kind: 'unreadable', problem, issued: null })
  })

  test('is not judged while it cannot be checked', async () => {
    const busy = { verify: () => Promise.reject(new VerifyBusyError('busy')) }
    const judged = await judgeFile({ db: database.db, verifier: busy }, finished, 'HEL-1')
    expect(judged).toMatchObject({ kind: 'unreadable', problem: 'verify-busy', issued: null })
  })
})

describe('a round that is not finished', () => {
  test.each(['open', 'refused'] as const)('(%s) says nothing but that', async state => {
    const id = await demoReport(services, await demoActor(services, 'mas'))
    const file = reportPdf(state.length)
    await issueRound(database.db, { reportId: id, code: `KOD-${state}`, revisions: [file], state, logins: LOGINS })
    expect(await issuedByCode(database.db, `KOD-${state}`)).toEqual({ state: 'unfinished' })
    expect(await judge(file)).toMatchObject({ kind: 'unfinished', issued: null, verdict: null })
    expect(await judge(finished, `KOD-${state}`)).toMatchObject({ kind: 'finished' })
    expect(await judge(altered(finished), `KOD-${state}`)).toMatchObject({ kind: 'other-file', issued: null })
  })
})

describe('what was issued under a code', () => {
  test('is nothing for a code that nobody gave out', async () => {
    expect(await issuedByCode(database.db, 'FINNS-INTE')).toBeNull()
  })

  test('says when the signatures count for nothing, and when there is a later version', async () => {
    const id = await demoReport(services, await demoActor(services, 'mas'))
    const file = await otherFile()
    await issueRound(database.db, {
      reportId: id,
      code: 'TEST-1',
      revisions: [reportPdf(), file],
      logins: ['mas'],
      test: true,
    })
    await database.db.update(report).set({ version: 2 }).where(eq(report.id, id))
    expect(await judge(file)).toMatchObject({ kind: 'finished', issued: { test: true, hasLaterVersion: true } })
  })
})
