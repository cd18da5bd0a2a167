import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { webhookDelivery } from '#db/schema/api.ts'
import { indicator } from '#db/schema/indicator.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { NotAllowedError, NotFoundError } from '../errors.ts'
import { importFile } from '../indicators/import-file.ts'
import { makeActor, makeColleague } from '../indicators/testing/organisation.ts'
import { seniorAlertCsv } from '../indicators/testing/senior-alert-csv.ts'
import { undoImport } from '../indicators/undo-import.ts'
import { writeObservations } from '../indicators/write-observations/write-observations.ts'
import { privateHosts } from '../outbound/private-hosts.ts'
import { type LocalServer, localServer } from '../outbound/testing/local-server.ts'
import type { Actor } from '../policies/actor.ts'
import { addWebhook } from './add-webhook.ts'
import { deliver, MOST_ATTEMPTS } from './deliver.ts'
import { listWebhooks } from './list-webhooks.ts'
import { resendDelivery } from './resend.ts'
import { revokeWebhook } from './revoke-webhook.ts'
import { isSigned } from './signature.ts'

const database = testDatabase()
const demo = { allowLoopback: true }
const AHEAD_MS = 60_000
let admin: Actor
let receiver: LocalServer
let received: { body: string; signature: string; delivery: string }[]
let status: number
/** The clock of the sender, ms: ahead, so that what a test writes is due however long that takes. */
let now: number

beforeEach(async () => {
  received = []
  status = 204
  now = Date.now() + AHEAD_MS
  receiver = await localServer((request, response, body) => {
    const { 'samskrift-signature': signature, 'samskrift-delivery': delivery } = request.headers
    received.push({ body, signature: String(signature), delivery: String(delivery) })
    response.writeHead(status, status === 302 ? { location: receiver.url } : {}).end()
  })
  admin = await makeActor(database.db, 'administrator', 'Administratör')
})
afterEach(async () => {
  await database.db.delete(webhookDelivery)
  await receiver.close()
})

const round = () => deliver({ ...database, ...demo, now: () => new Date(now), timeoutMs: 2000 })
const state = async () => (await listWebhooks(database, admin)).deliveries

const PARTS = ['', '-K1', '-K2', '-K3', '-K4', '-H1', '-H2']

/** Gives `count` figures the value; the transaction may be undone by `finish`. */
async function write(value: string, { count = 1, finish = () => {} } = {}): Promise<void> {
  const { organisationId, id } = admin
  await database.db.transaction(async tx => {
    await tx
      .insert(indicator)
      .values({
        organisationId,
        id: 'i',
        source: 's',
        area: '',
        name: 'I',
        unit: 'tkr',
        decimals: 0,
        better: 'none',
        position: 0,
      })
      .onConflictDoNothing()
    await writeObservations(
      tx,
      { organisationId, source: 's', method: 'api', query: 'q', sha256: 'x', importedBy: id },
      Array.from({ length: count }, (_, index) => ({
        indicatorId: 'i',
        kind: 'result' as const,
        period: `${1900 + (index % 200)}${PARTS[Math.floor(index / 200)]}`,
        gender: 'T' as const,
        value,
        numerator: null,
        denominator: null,
        status: 'final' as const,
        note: null,
      })),
    )
    finish()
  })
}

describe('figures that change', () => {
  test('are told, signed, once', async () => {
    const { secret } = await addWebhook(database, admin, receiver.url, demo)
    await write('1')
    expect(await round()).toBe(1)
    expect(await round()).toBe(0)
    const [{ body, signature } = { body: '', signature: '' }] = received
    expect(JSON.parse(body)).toMatchObject({
      type: 'figures.changed',
      importId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      figures: [{ indicator: 'i', kind: 'result', period: '1900', gender: 'T' }],
      more: 0,
    })
    const seconds = Math.floor(now / 1000)
    expect(isSigned(secret, signature, body, seconds)).toBe(true)
    expect(isSigned(secret, signature, `${body} `, seconds)).toBe(false)
    expect(isSigned(`${secret}x`, signature, body, seconds)).toBe(false)
    expect(isSigned(secret, signature, body, seconds + 301)).toBe(false)
    expect(await state()).toMatchObject([{ state: 'delivered', attempts: 1, figures: 1, lastError: null }])
  })

  test('are named up to a thousand, and the others counted', async () => {
    await addWebhook(database, admin, receiver.url, demo)
    await write('1', { count: 1000 })
    await write('2', { count: 1207 })
    await round()
    const told = received.map(({ body }) => JSON.parse(body))
    expect(told.map(({ figures, more }) => [figures.length, more])).toEqual([
      [1000, 0],
      [1000, 207],
    ])
    expect((await state()).map(({ figures }) => figures)).toEqual([1207, 1000])
  })

  test('are not told where the change was undone, nothing moved, or nobody listens', async () => {
    await write('0')
    await addWebhook(database, admin, receiver.url, demo)
    const undone = write('1', {
      finish: () => {
        throw new Error('undone')
      },
    })
    await expect(undone).rejects.toThrow('undone')
    await write('0')
    expect([await round(), received]).toEqual([0, []])
  })

  test('are told when a file is imported, by the import itself', async () => {
    await addWebhook(database, admin, receiver.url, demo)
    const csv = seniorAlertCsv('Trycksår,Åtgärdsplan vid risk,96,100,90,procent')
    const upload = { source: 'senior-alert', fileName: 'a.csv', bytes: csv, dryRun: false }
    const { result } = await importFile(database, admin, upload)
    await round()
    const told = JSON.parse(received[0]?.body ?? '{}')
    expect([told.importId, told.figures.length]).toEqual([result?.importId, 3])
  })

  test('are told when an import is undone', async () => {
    const csv = seniorAlertCsv('Trycksår,Åtgärdsplan vid risk,96,100,90,procent')
    const upload = { source: 'senior-alert', fileName: 'a.csv', bytes: csv, dryRun: false }
    const { result } = await importFile(database, admin, upload)
    await addWebhook(database, admin, receiver.url, demo)
    await undoImport(database, admin, result?.importId ?? '', 'Fel fil')
    await round()
    expect(JSON.parse(received[0]?.body ?? '{}').figures).toHaveLength(3)
  })

  test('are told once, however many nodes look', async () => {
    await addWebhook(database, admin, receiver.url, demo)
    for (const value of ['1', '2', '3', '4']) await write(value)
    const counts = await Promise.all([round(), round(), round()])
    expect(counts.reduce((sum, one) => sum + one)).toBe(4)
    expect(new Set(received.map(({ delivery }) => delivery)).size).toBe(4)
    expect(received).toHaveLength(4)
  })
})

describe('a receiver that fails', () => {
  test.each([500, 302])(
    'with %i is tried again after growing pauses of up to a day, and then given up',
    async failing => {
      await addWebhook(database, admin, receiver.url, demo)
      status = failing
      await write('1')
      const pauses: number[] = []
      for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
        expect(await round()).toBe(0)
        const [row] = await state()
        expect(row).toMatchObject({ attempts: attempt, lastError: `http-${failing}` })
        if (!row?.nextAt) break
        pauses.push((Date.parse(row.nextAt) - now) / 60_000)
        // Just before its time it is left alone.
        now = Date.parse(row.nextAt) - 1000
        await round()
        expect(received).toHaveLength(attempt)
        now += 1000
      }
      expect(pauses).toEqual([1, 5, 15, 60, 180, 360, 720, 1440, 1440])
      expect(await state()).toMatchObject([{ state: 'given-up', attempts: MOST_ATTEMPTS }])
    },
  )

  test('is sent to again when somebody says so', async () => {
    await addWebhook(database, admin, receiver.url, demo)
    status = 410
    await write('1')
    await round()
    const [row] = await state()
    status = 200
    await resendDelivery(database, admin, row?.id ?? 0)
    now = Date.now() + AHEAD_MS
    expect(await round()).toBe(1)
    expect(await state()).toMatchObject([{ state: 'delivered', lastError: null }])
  })

  test('does not make others wait', async () => {
    const gone = await localServer(() => {})
    await addWebhook(database, admin, gone.url, demo)
    await gone.close()
    await addWebhook(database, admin, receiver.url, demo)
    await write('1')
    await write('2')
    expect(await round()).toBe(2)
    expect((await state()).map(({ lastError }) => lastError).sort()).toEqual([null, null, null, 'unreachable'])
  })
})

describe('an address', () => {
  test.each([
    ['ftp://exempel.se', 'not-https'],
    ['http://exempel.se', 'not-https'],
    ['https://namn:ord@exempel.se', 'has-password'],
    ['https://10.0.0.1', 'not-public'],
    ['https://0x7f.1/', 'not-public'],
    ['https://[::ffff:10.0.0.1]/', 'not-public'],
    ['https://localhost', 'not-public'],
    ['exempel.se', 'not-an-address'],
  ])('%s is refused: %s', async (url, fault) => {
    await expect(addWebhook(database, admin, url, { allowLoopback: false })).rejects.toMatchObject({
      fields: { url: fault },
    })
  })

  test('inside the organisation’s network is taken where the installation lists it', async () => {
    const reach = { allowLoopback: false, privateHosts: privateHosts('10.0.0.0/8') }
    await expect(addWebhook(database, admin, 'https://10.0.0.1/in', reach)).resolves.toMatchObject({
      id: expect.any(String),
    })
    for (const url of ['https://192.168.0.1', 'https://127.0.0.1', 'http://10.0.0.1'])
      await expect(addWebhook(database, admin, url, reach)).rejects.toMatchObject({ code: 'invalid-input' })
  })

  test('on this machine is asked in the demo only, whatever was written down', async () => {
    await addWebhook(database, admin, receiver.url, demo)
    await write('1')
    expect(await deliver({ ...database, allowLoopback: false, now: () => new Date(now) })).toBe(0)
    expect(received).toEqual([])
    expect(await state()).toMatchObject([{ lastError: 'address-refused' }])
  })

  test('is the administrator’s, in their own organisation, and hears nothing more once it is revoked', async () => {
    const { id } = await addWebhook(database, admin, receiver.url, demo)
    await write('1')
    const [row] = await state()
    const mas = await makeColleague(database.db, admin.organisationId, 'mas', 'MAS')
    const stranger = await makeActor(database.db, 'administrator')
    await expect(addWebhook(database, mas, receiver.url, demo)).rejects.toThrow(NotAllowedError)
    await expect(listWebhooks(database, mas)).rejects.toThrow(NotAllowedError)
    await expect(revokeWebhook(database, stranger, id)).rejects.toThrow(NotFoundError)
    await expect(resendDelivery(database, stranger, row?.id ?? 0)).rejects.toThrow(NotFoundError)
    expect(await listWebhooks(database, stranger)).toEqual({ webhooks: [], deliveries: [] })
    await revokeWebhook(database, admin, id)
    await write('2')
    expect([await round(), received]).toEqual([0, []])
    await expect(resendDelivery(database, admin, row?.id ?? 0)).rejects.toThrow(NotFoundError)
    expect(await database.db.select().from(webhookDelivery).where(eq(webhookDelivery.webhookId, id))).toHaveLength(1)
  })
})
