import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asc, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { frozenReport } from '#db/schema/document.ts'
import { report } from '#db/schema/report.ts'
import { signedFile, signingEvent } from '#db/schema/signing.ts'
import { appUser } from '#db/schema/user.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { embeddedFiles } from '#editor/pdf/testing/embedded-files.ts'
import { pdfText } from '#editor/pdf/testing/pdf-text.ts'
import { fillSamples } from '#templates/testing/fill-samples.ts'
import { demoAuthentication } from '../../auth/authentication.ts'
import { readEnv } from '../../env.ts'
import { readArchiveFacts } from '../../export/archive/read-archive-facts.ts'
import { createExports } from '../../export/create-exports.ts'
import type { Exports } from '../../export/exports.ts'
import { renderRequest } from '../../export/render-request.ts'
import type { Actor } from '../../policies/actor.ts'
import { smtpMailer } from '../../reminders/mailer.ts'
import { Pauses } from '../../reminders/pauses.ts'
import { startMailServer } from '../../reminders/testing/mail-server.ts'
import { lockReport } from '../../reports/lock-report.ts'
import { readStructure } from '../../reports/read-structure.ts'
import { resolveForExport } from '../../reports/resolve-for-export.ts'
import { sha256Hex } from '../../sha256.ts'
import { type DemoServices, demoActor, demoReportOf, demoServices } from '../../testing/demo-services.ts'
import { serviceDriver } from '../../testing/service-driver.ts'
import { today } from '../../today.ts'
import { createSigning } from '../create-signing.ts'
import { dispatchReport } from '../dispatch-report.ts'
import { cscProvider } from '../keys/csc/csc-keys.ts'
import { cscService } from '../keys/csc/testing/csc-service.ts'
import { issueCertificate } from '../keys/testing/issue-certificate.ts'
import { signPdf } from '../pades/sign-pdf.ts'
import { readSigning } from '../read-signing.ts'
import { remindSigners } from '../reminders/remind-signers.ts'
import { sendSigningMails } from '../reminders/send-signing-mails.ts'
import { reopenReport } from '../reopen-report.ts'
import type { RequestFacts } from '../request-facts.ts'
import type { Signing } from '../signing.ts'
import { readKeyQuestions, sendChallenge } from './key-questions.ts'
import { listTasks } from './list-tasks.ts'
import { readEvidence } from './read-evidence.ts'
import { refuse } from './refuse.ts'
import { readRound, readRoundFile } from './see-round.ts'
import { sign } from './sign.ts'
import { startRound } from './start-round.ts'
import { withdraw } from './withdraw.ts'

const database = testDatabase()
const IP = '203.0.113.7'
let services: DemoServices & { exports: Exports; signing: Signing }
let clerk: Actor
let chief: Actor
let chair: Actor
let secretary: Actor
let folder: string
let env: ReturnType<typeof readEnv>
let reportId: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samskrift-signing-'))
  env = readEnv({ NODE_ENV: 'test', SAMSKRIFT_DATA: folder, DEMO: '1', SMTP_URL: 'smtp://127.0.0.1:1' })
  const own = await demoServices(database)
  services = {
    ...own,
    // The real signature, but not a process for each: ../pades/child has those.
    signing: createSigning(env, undefined, signPdf),
    exports: createExports({
      resolve: (id, userId) => resolveForExport(own, { ...clerk, id: userId }, id),
      // The real file, but not a process for each: server/export/create-exports.test.ts has those.
      render: request => renderRequest(request, () => {}),
    }),
  }
  clerk = await demoActor(own, 'handlaggare')
  chief = await demoActor(own, 'forvaltningschef')
  chair = await demoActor(own, 'ordforande')
  secretary = await demoActor(own, 'namndsekreterare')
})
afterAll(async () => {
  await services.exports.close()
  await services.documents.close()
  await rm(folder, { recursive: true, force: true })
})

/** A locked tjänsteskrivelse. */
beforeEach(async () => {
  reportId = await demoReportOf(services, clerk, 'tjansteskrivelse')
  await fillSamples(serviceDriver(services, clerk, reportId))
  await lockReport(services, chief, reportId)
}, 60_000)

/** A login of this moment. */
const facts = (actor: Actor, at = new Date()): RequestFacts => ({
  ip: IP,
  authentication: demoAuthentication(actor.id, at),
})

const begin = async (order: 'sequence' | 'parallel' = 'sequence', people = [clerk, chief]): Promise<string> => {
  const signers = people.map(({ id, name }) => ({ userId: id, capacity: name }))
  const wish = { order, signers, message: 'Läs gärna punkt 2.', deadline: today() }
  return (await startRound(services, clerk, { reportId, wish, publicUrl: env.publicUrl, facts: { ip: IP } })).roundId
}

/** Reads the file and signs it. */
async function readAndSign(actor: Actor, roundId: string): Promise<void> {
  const { sha256 } = await readRoundFile(services, actor, { roundId, facts: { ip: IP } })
  await sign(services, actor, { roundId, sha256, acr: null, facts: facts(actor) })
}

const kinds = async (): Promise<string[]> =>
  (await readSigning(services, clerk, reportId)).events.map(({ kind }) => kind).reverse()

const files = (roundId: string) =>
  services.db.select().from(signedFile).where(eq(signedFile.roundId, roundId)).orderBy(asc(signedFile.revision))

describe('a round in sequence', () => {
  test('asks one after the other, keeps every file and all the evidence', async () => {
    const roundId = await begin()
    expect(await listTasks(services, clerk)).toMatchObject([{ roundId, capacity: 'Handläggare', deadline: today() }])
    expect(await listTasks(services, chief)).toEqual([])
    await readRoundFile(services, chief, { roundId, facts: { ip: IP } })
    await expect(readAndSign(chief, roundId)).rejects.toMatchObject({ code: 'not-your-turn' })

    await readAndSign(clerk, roundId)
    expect((await listTasks(services, clerk)).filter(task => task.roundId === roundId)).toEqual([])
    expect(await listTasks(services, chief)).toMatchObject([{ roundId }])
    await readAndSign(chief, roundId)

    const { round } = await readRound(services, clerk, roundId)
    expect(round).toMatchObject({ state: 'signed', test: true, file: { revision: 2 } })
    const kept = await files(roundId)
    expect(kept.map(({ revision }) => revision)).toEqual([0, 1, 2])
    for (const [index, { bytes, sha256 }] of kept.entries()) {
      expect(sha256Hex(bytes)).toBe(sha256)
      // Each signature only adds to what was there.
      const before = kept[index - 1]?.bytes ?? new Uint8Array()
      expect(Buffer.compare(Buffer.from(bytes.subarray(0, before.length)), Buffer.from(before))).toBe(0)
    }
    expect((await pdfText(kept[0]?.bytes ?? new Uint8Array())).join('\n')).toContain(round.code)
    expect(await kinds()).toEqual(['started', 'seen', 'seen', 'signed', 'seen', 'signed', 'completed'])
    // Addresses and logins are not for everybody who reads.
    await expect(readEvidence(services, chair, roundId)).rejects.toMatchObject({ code: 'not-allowed' })
    const evidence = JSON.stringify(await readEvidence(services, clerk, roundId))
    for (const part of [IP, round.file.sha256, round.code, '"method":"demo"', '"provider":"test"'])
      expect(evidence).toContain(part)
    // The evidence, the archive package and the file itself name the same people in the same order.
    const named = (people: { name?: string; title?: string; capacity: string }[]) =>
      people.map(({ name, title, capacity }) => ({ name, title, capacity }))
    const signers = named(JSON.parse(evidence).signers)
    expect(signers.map(({ name }) => name)).toEqual([clerk.name, chief.name])
    const [archived] = (await readArchiveFacts(services.db, clerk, reportId)).rounds
    expect(named(archived?.signers ?? [])).toEqual(signers)
    const carried = (await embeddedFiles(kept.at(-1)?.bytes ?? new Uint8Array())).get('underskrifter.json')
    expect(named(JSON.parse(new TextDecoder().decode(carried)).signers)).toEqual(signers)
  }, 60_000)

  test('with a key that wants a PIN: a wrong one leaves all as it was, and none is kept', async () => {
    const pin = '471147114711'
    const key = await issueCertificate({ name: 'Sigill', kind: 'P-256' })
    const objects = [{ type: 'Password', id: 'PIN', label: 'PIN-kod', format: 'N' }]
    const { settings } = await cscService({ key, described: { objects }, entered: { PIN: pin } })
    const remote = { ...services, signing: { ...services.signing, provider: cscProvider(settings) } }
    expect(await readKeyQuestions(remote)).toMatchObject([{ id: 'PIN', label: 'PIN-kod' }])
    const roundId = await begin('sequence', [clerk])
    const { sha256 } = await readRoundFile(remote, clerk, { roundId, facts: { ip: IP } })
    const signWith = (answers: unknown) =>
      sign(remote, clerk, { roundId, sha256, acr: null, facts: facts(clerk), answers })
    await expect(signWith({ PIN: ['471147114711'] })).rejects.toMatchObject({ fields: { answers: 'form' } })
    await expect(signWith({})).rejects.toMatchObject({ code: 'key-answers-missing' })
    await expect(signWith({ PIN: '1234' })).rejects.toMatchObject({ code: 'key-answers-refused' })
    expect((await files(roundId)).map(({ revision }) => revision)).toEqual([0])
    const sending = { roundId, questionId: 'PIN', acr: null, facts: facts(chief) }
    await expect(sendChallenge(remote, chief, sending)).rejects.toMatchObject({ code: 'not-found' })
    const old = { ...sending, facts: facts(clerk, new Date(Date.now() - 600_000)) }
    await expect(sendChallenge(remote, clerk, old)).rejects.toMatchObject({ code: 'step-up-needed' })

    await signWith({ PIN: pin })
    const { round } = await readRound(services, clerk, roundId)
    expect(round.state).toBe('signed')
    const evidence = (await readEvidence(services, clerk, roundId)) as { events: { errorCode: string | null }[] }
    expect(evidence.events.flatMap(({ errorCode }) => errorCode ?? [])).toEqual([
      'invalid-input',
      'key-answers-missing',
      'key-answers-refused',
    ])
    const kept = (await files(roundId)).map(({ bytes }) => Buffer.from(bytes).toString('latin1')).join('')
    for (const text of [JSON.stringify(evidence), kept]) expect(text).not.toContain(pin)
  })

  test('what was signed, and the evidence, cannot be changed by anybody', async () => {
    const roundId = await begin()
    const refused = (run: Promise<unknown>) => expect(run).rejects.toMatchObject({ cause: { code: '23001' } })
    await refused(services.db.delete(signedFile).where(eq(signedFile.roundId, roundId)))
    await refused(services.db.update(signedFile).set({ sha256: '' }).where(eq(signedFile.roundId, roundId)))
    await refused(services.db.delete(signingEvent))
    await refused(services.db.update(frozenReport).set({ sha256: '' }))
    await refused(services.db.execute(sql`truncate dispatch`))
  }, 60_000)
})

describe('nobody signs', () => {
  let roundId: string
  let sha256: string
  beforeEach(async () => {
    roundId = await begin('parallel')
    sha256 = (await readRound(services, clerk, roundId)).round.file.sha256
  }, 60_000)
  const tryWith = (actor: Actor, change: object) =>
    sign(services, actor, { roundId, sha256, acr: null, facts: facts(actor), ...change })

  test('what they have not opened', async () => {
    await expect(tryWith(clerk, {})).rejects.toMatchObject({ code: 'not-seen' })
    expect((await kinds()).at(-1)).toBe('failed')
    expect(await files(roundId)).toHaveLength(1)
  }, 60_000)

  test('by a login that is old, comes from the future, is unknown, or was used before', async () => {
    await readRoundFile(services, clerk, { roundId, facts: { ip: IP } })
    const now = Date.now()
    for (const at of [now - 6 * 60_000, now + 5 * 60_000])
      await expect(tryWith(clerk, { facts: facts(clerk, new Date(at)) })).rejects.toMatchObject({
        code: 'step-up-needed',
      })
    await expect(tryWith(clerk, { facts: { ip: IP, authentication: null } })).rejects.toMatchObject({
      code: 'step-up-needed',
    })
    const used = facts(clerk)
    await tryWith(clerk, { facts: used })
    await withdraw(services, clerk, { roundId, reason: 'Fel ordning', facts: used })
    roundId = await begin('parallel')
    const again = await readRoundFile(services, clerk, { roundId, facts: { ip: IP } })
    await expect(tryWith(clerk, { roundId, sha256: again.sha256, facts: used })).rejects.toMatchObject({
      code: 'step-up-needed',
    })
  }, 90_000)

  test('by a login below the level that is asked for', async () => {
    await readRoundFile(services, clerk, { roundId, facts: { ip: IP } })
    const authentication = { ...demoAuthentication('x', new Date()), method: 'oidc' as const, acr: 'loa2' }
    await expect(tryWith(clerk, { acr: 'loa3', facts: { ip: IP, authentication } })).rejects.toMatchObject({
      code: 'step-up-needed',
    })
  }, 60_000)

  test('another file than the one that was shown', async () => {
    await readRoundFile(services, clerk, { roundId, facts: { ip: IP } })
    await expect(tryWith(clerk, { sha256: 'f'.repeat(64) })).rejects.toMatchObject({ code: 'file-moved' })
  }, 60_000)

  test('who is not asked, or has signed already', async () => {
    await expect(tryWith(chair, {})).rejects.toMatchObject({ code: 'not-found' })
    await readAndSign(clerk, roundId)
    await expect(readAndSign(clerk, roundId)).rejects.toMatchObject({ code: 'not-your-turn' })
  }, 60_000)

  test('two at once: both signatures are in the file', async () => {
    for (const actor of [clerk, chief]) await readRoundFile(services, actor, { roundId, facts: { ip: IP } })
    await Promise.all([tryWith(clerk, {}), tryWith(chief, {})])
    expect((await readRound(services, clerk, roundId)).round).toMatchObject({ state: 'signed', file: { revision: 2 } })
  }, 60_000)
})

describe('a round ends', () => {
  test('by a refusal with a reason: the report is open as its next version, and can be locked and signed anew', async () => {
    const roundId = await begin()
    await readAndSign(clerk, roundId)
    await expect(refuse(services, chief, { roundId, reason: ' ', facts: facts(chief) })).rejects.toMatchObject({
      code: 'invalid-input',
    })
    await refuse(services, chief, { roundId, reason: 'Punkt 2 stämmer inte.', facts: facts(chief) })
    const { round } = await readRound(services, clerk, roundId)
    expect(round).toMatchObject({ state: 'refused', reason: 'Punkt 2 stämmer inte.' })
    const { report: open, may } = await readStructure(services, clerk, reportId)
    expect(open.lockedAt).toBeNull()
    expect(may.write).toBe(true)
    await expect(readAndSign(chief, roundId)).rejects.toMatchObject({ code: 'round-over' })

    await lockReport(services, chief, reportId)
    const [row] = await services.db.select().from(report).where(eq(report.id, reportId))
    expect(row?.version).toBe(2)
    const versions = await services.db.select().from(frozenReport).where(eq(frozenReport.reportId, reportId))
    expect(versions.map(({ version }) => version).sort()).toEqual([1, 2])
    const second = await begin()
    await readAndSign(clerk, second)
    await readAndSign(chief, second)
    expect((await readRound(services, clerk, second)).round).toMatchObject({ state: 'signed', version: 2 })
  }, 120_000)

  test('when it is called back: the report stays locked and goes round anew', async () => {
    const roundId = await begin()
    await expect(begin()).rejects.toMatchObject({ code: 'round-exists' })
    await expect(
      reopenReport(services, chief, { reportId, reason: 'Fel siffra', facts: { ip: IP } }),
    ).rejects.toMatchObject({ code: 'round-exists' })
    await expect(withdraw(services, chair, { roundId, reason: 'Jag vill', facts: { ip: IP } })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    await withdraw(services, clerk, { roundId, reason: 'Fel person', facts: { ip: IP } })
    await expect(readAndSign(clerk, roundId)).rejects.toMatchObject({ code: 'round-over' })
    expect(await begin()).not.toBe(roundId)
  }, 60_000)
})

describe('a round does not start', () => {
  const start = (wish: object, actor = clerk, own = services) =>
    startRound(own, actor, { reportId, wish, publicUrl: env.publicUrl, facts: { ip: IP } })
  const one = { order: 'sequence', signers: [] as { userId: string; capacity: string }[] }

  test('without signers, twice with one, with strangers, for yesterday', async () => {
    const stranger = await demoActor(services, 'skolutredare')
    const asOf = (actor: Actor) => ({ userId: actor.id, capacity: 'Chef' })
    for (const signers of [[], [asOf(chief), asOf(chief)], [asOf(stranger)], [{ userId: chief.id, capacity: ' ' }]])
      await expect(start({ ...one, signers })).rejects.toMatchObject({ fields: { signers: expect.any(String) } })
    await expect(start({ ...one, signers: [asOf(chief)], deadline: '2020-01-01' })).rejects.toMatchObject({
      fields: { deadline: 'past' },
    })
  })

  test('by who may not, without a key, or of what is not locked', async () => {
    const signers = [{ userId: chief.id, capacity: 'Chef' }]
    await expect(start({ ...one, signers }, chair)).rejects.toMatchObject({ code: 'not-allowed' })
    const bare = createSigning(readEnv({ NODE_ENV: 'test', DATABASE_URL: 'postgres://x', SAMSKRIFT_DATA: folder }))
    await expect(start({ ...one, signers }, clerk, { ...services, signing: bare })).rejects.toMatchObject({
      code: 'signing-not-set-up',
    })
    await reopenReport(services, chief, { reportId, reason: 'Fel siffra', facts: { ip: IP } })
    await expect(start({ ...one, signers })).rejects.toMatchObject({ code: 'report-not-locked' })
  })
})

describe('the page proposes', () => {
  const proposedFor = async (id: string) =>
    (await readSigning(services, clerk, id)).proposal.signers.map(({ userId, reason }) => ({ userId, reason }))

  test('who made the report and who has the role, and nobody whose account is closed', async () => {
    expect(await proposedFor(reportId)).toEqual([
      { userId: clerk.id, reason: 'responsible' },
      { userId: chief.id, reason: 'role' },
    ])
    const setActive = (active: boolean) => services.db.update(appUser).set({ active }).where(eq(appUser.id, chief.id))
    await setActive(false)
    try {
      expect((await proposedFor(reportId))[1]).toEqual({ userId: null, reason: null })
    } finally {
      await setActive(true)
    }
  })

  test('among two with the role, who signed as that the last time for the same nämnd and type', async () => {
    const coordinator = await demoActor(services, 'samordnare')
    const begun = await demoReportOf(services, secretary, 'tjansteskrivelse')
    const otherType = await demoReportOf(services, secretary, 'revisionssvar')
    const roundId = await begin('sequence', [{ ...coordinator, name: 'Handläggare' }])
    const openOne = { userId: null, reason: null }
    expect((await proposedFor(otherType))[0]).toEqual(openOne)
    // Being asked is not to have signed.
    expect((await proposedFor(begun))[0]?.userId).not.toBe(coordinator.id)
    await readAndSign(coordinator, roundId)
    expect((await proposedFor(begun))[0]).toEqual({ userId: coordinator.id, reason: 'signed-last' })
    expect((await proposedFor(otherType))[0]).toEqual(openOne)
  }, 60_000)
})

test('expediering is noted with recipients and day, never while the report is out to be signed', async () => {
  const wish = { recipients: ['Revisorerna'], sentOn: today(), audience: 'internal' }
  const note = (change: object = {}) =>
    dispatchReport(services, secretary, { reportId, wish: { ...wish, ...change }, facts: { ip: IP } })
  const roundId = await begin('sequence', [chief])
  await expect(note()).rejects.toMatchObject({ code: 'round-exists' })
  await readAndSign(chief, roundId)
  await expect(note({ recipients: [] })).rejects.toMatchObject({ fields: { recipients: expect.any(String) } })
  await expect(note({ sentOn: '2999-01-01' })).rejects.toMatchObject({ fields: { sentOn: expect.any(String) } })
  await note()
  const { dispatches, rounds } = await readSigning(services, clerk, reportId)
  expect(dispatches).toMatchObject([{ recipients: ['Revisorerna'], sentOn: today(), by: 'Nämndsekreterare' }])
  expect(dispatches[0]).toMatchObject({ sha256: rounds[0]?.file.sha256 })
  expect((await kinds()).at(-1)).toBe('dispatched')
}, 60_000)

test('signers are told by mail when it is their turn, once, and again when somebody asks for it', async () => {
  const mail = await startMailServer()
  const mailer = smtpMailer(mail.url, 'Samskrift <samskrift@exempel.se>')
  const sending = {
    db: services.db,
    mailer,
    pauses: new Pauses(),
    publicUrl: 'https://samskrift.exempel.se',
    now: new Date(),
  }
  try {
    for (const { id, name } of [clerk, chief])
      await services.db
        .update(appUser)
        .set({ email: `${id}@exempel.se`, wantsReminders: true, name })
        .where(eq(appUser.id, id))
    const roundId = await begin()
    // Other rounds may be open too.
    const told = () => mail.received.filter(({ source }) => source.includes(roundId)).map(({ to }) => to[0])
    const clerks = `${clerk.id}@exempel.se`
    await sendSigningMails(sending)
    await sendSigningMails(sending)
    expect(told()).toEqual([clerks])
    expect(await remindSigners(services, clerk, { roundId, env })).toBe(1)
    await sendSigningMails(sending)
    expect(told()).toEqual([clerks, clerks])
    await readAndSign(clerk, roundId)
    await sendSigningMails(sending)
    expect(told()).toEqual([clerks, clerks, `${chief.id}@exempel.se`])
  } finally {
    mailer.close()
    await mail.close()
  }
}, 60_000)
