import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { dataImport } from '#db/schema/data-import.ts'
import { indicator } from '#db/schema/indicator.ts'
import { observation } from '#db/schema/observation.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { figureKey } from '#editor/core/figure.ts'
import { originName } from '#editor/core/figure-words.ts'
import { readCatalogueLog } from '../indicators/catalogue/read-catalogue-log.ts'
import { readFigures } from '../indicators/read-figures.ts'
import { ApiLimits } from './api-limits.ts'
import { type ApiClient, apiClient } from './testing/api-client.ts'

const database = testDatabase()
let client: ApiClient

beforeEach(async () => {
  client = await apiClient(database)
})

const ABSENCE = { id: 'hr/sjukfranvaro', name: 'Sjukfrånvaro', unit: 'percent', decimals: 1, better: 'down' }
const row = (more: object = {}) => ({ indicator: 'hr/sjukfranvaro', period: '2023-11', value: '7.4', ...more })
const sent = (...observations: object[]) => ({ source: 'hr', indicators: [ABSENCE], observations })
const stored = () =>
  database.db
    .select()
    .from(observation)
    .where(eq(observation.organisationId, client.admin.organisationId))
    .orderBy(observation.id)
const pointers = (body: { errors: { pointer: string }[] }) => body.errors.map(({ pointer }) => pointer)

describe('what is sent', () => {
  test('is stored with a passport that names the token and who made it', async () => {
    const { status, body } = await client.post(sent(row(), row({ gender: 'K', value: 8.25, denominator: '120' })))
    expect(status).toBe(200)
    expect(body).toMatchObject({ received: 2, written: 2, unchanged: 0 })
    const ref = { indicatorId: 'hr/sjukfranvaro', kind: 'result', period: '2023-11', gender: 'K' } as const
    const data = await readFigures(database, client.admin.organisationId, [ref])
    const figure = data.figures[figureKey(ref)]
    expect(figure).toMatchObject({ value: '8.25', denominator: '120' })
    expect(figure?.passport).toMatchObject({ source: 'hr', method: 'api', fileName: null, importedBy: 'Administratör' })
    expect(figure && originName(figure.passport)).toBe('sänt från HR-systemet (POST /api/v1/observations)')
    expect(data.indicators['hr/sjukfranvaro']).toMatchObject({ byGender: true, better: 'down' })
    expect(await readCatalogueLog(database, client.admin, 'hr/sjukfranvaro')).toMatchObject([
      { by: 'Administratör', changes: { by_gender: { before: false, after: true } } },
    ])
  })

  test('is not written again where it says the same, with other zeros too, and leaves no import', async () => {
    await client.post(sent(row()))
    const again = await client.post(sent(row({ value: '7.40' })))
    expect(again.body).toEqual({ importId: null, received: 1, written: 0, unchanged: 1 })
    expect(await stored()).toHaveLength(1)
    const imports = await database.db
      .select()
      .from(dataImport)
      .where(eq(dataImport.organisationId, client.admin.organisationId))
    expect(imports).toHaveLength(1)
  })

  test('keeps every digit, as text, and as a number of at most fifteen', async () => {
    await client.post(
      sent(
        row({ value: '-123456789012345678.123456789012' }),
        row({ period: '2023-10', value: -0.1 }),
        row({ period: '2023-09', value: 123456789012.345 }),
        row({ period: '2023-08', value: '-0.0' }),
        row({ period: '2023-07', value: null, status: 'suppressed', note: 'Färre än fem' }),
      ),
    )
    expect((await stored()).map(({ value, status }) => [value, status])).toEqual([
      ['-123456789012345678.123456789012', 'final'],
      ['-0.1', 'final'],
      ['123456789012.345', 'final'],
      ['0.0', 'final'],
      [null, 'suppressed'],
    ])
  })

  test('may be a target in words, as files have them, and comes back as it went', async () => {
    const target = (goal: string, more: object = {}) => row({ kind: 'target', value: null, goal, ...more })
    const { status, body } = await client.post(
      sent(
        target('öka', { period: '2021' }),
        target('keep', { period: '2022' }),
        target('riket', { period: '2023' }),
        target('reference', { period: '2024', note: 'se verksamhetsplanen' }),
        row({ kind: 'national', value: null, goal: 'nej', period: '2023', status: 'final' }),
      ),
    )
    expect([status, body.written]).toEqual([200, 5])
    const shown = await client.get('/api/v1/observations')
    expect(shown.body.observations.map((one: Record<string, unknown>) => [one.period, one.goal, one.status])).toEqual([
      ['2021', 'increase', 'final'],
      ['2022', 'keep', 'final'],
      ['2023', 'no', 'final'],
      ['2023', 'national', 'final'],
      ['2024', 'reference', 'final'],
    ])
    const again = shown.body.observations.map(
      ({ indicator, kind, period, value, goal, note }: Record<string, unknown>) => ({
        indicator,
        kind,
        period,
        value,
        goal,
        note,
      }),
    )
    expect((await client.post({ source: 'hr', observations: again })).body).toMatchObject({ written: 0, unchanged: 5 })
    const number = await client.post(sent(row({ kind: 'target', period: '2021', value: 6 })))
    expect(number.body).toMatchObject({ written: 1 })
    expect((await stored()).at(-1)).toMatchObject({ kind: 'target', value: '6', goal: null })
  })

  test('is found by the code of an indicator, unless two have it', async () => {
    await client.post({
      ...sent(row()),
      indicators: [
        { ...ABSENCE, code: 'N1' },
        { ...ABSENCE, id: 'b', code: 'N2' },
      ],
    })
    const byCode = await client.post({ observations: [{ code: 'N1', period: '2022', value: 1 }] })
    expect(byCode.body.written).toBe(1)
    await database.db
      .update(indicator)
      .set({ code: 'N1' })
      .where(eq(indicator.organisationId, client.admin.organisationId))
    const refused = await client.post({ observations: [{ code: 'N1', period: '2021', value: 1 }] })
    expect([refused.status, pointers(refused.body)]).toEqual([422, ['/observations/0/code']])
  })

  test('holds ten thousand values and no more', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        indicator: `i${index % 100}`,
        period: String(1900 + Math.floor(index / 100)),
        kind: 'target',
        value: index,
      }))
    const indicators = Array.from({ length: 100 }, (_, index) => ({ ...ABSENCE, id: `i${index}` }))
    const all = await client.post({ indicators, observations: many(10_000) })
    expect(all.body).toMatchObject({ written: 10_000 })
    const more = await client.post({ indicators, observations: [...many(10_000), row()] })
    expect([more.status, more.body.errors[0].detail]).toEqual([422, 'Högst 10000 får skickas på en gång.'])
  })
})

describe('a batch with a fault', () => {
  const faulty: [string, object, string[]][] = [
    ['an indicator that nobody has described', row({ indicator: 'x' }), ['/observations/1/indicator']],
    ['neither an indicator nor a code', { period: '2023', value: 1 }, ['/observations/1']],
    ['no value', { indicator: 'hr/sjukfranvaro', period: '2023' }, ['/observations/1/value']],
    ['a decimal comma', row({ period: '2023', value: '7,4' }), ['/observations/1/value']],
    ['an exponent', row({ period: '2023', value: 1e30 }), ['/observations/1/value']],
    ['a period that is none', row({ period: '2023-13' }), ['/observations/1/period']],
    ['a result of a year to come', row({ period: '2150' }), ['/observations/1/period']],
    ['a status that denies the value', row({ period: '2023', status: 'missing' }), ['/observations/1/status']],
    ['a goal of a result', row({ period: '2023', value: null, goal: 'öka' }), ['/observations/1/goal']],
    ['a goal that nobody knows', row({ kind: 'target', value: null, goal: 'bättre' }), ['/observations/1/goal']],
    ['a goal beside a number', row({ kind: 'target', goal: 'keep' }), ['/observations/1/value']],
    [
      'a goal that is missing',
      row({ kind: 'target', value: null, goal: 'keep', status: 'missing' }),
      ['/observations/1/status'],
    ],
    ['a reference to nowhere', row({ kind: 'target', value: null, goal: 'reference' }), ['/observations/1/note']],
    ['a share of nobody', row({ period: '2023', denominator: 0 }), ['/observations/1/denominator']],
    ['a figure twice', row(), ['/observations/1']],
    ['a member that nobody knows', row({ period: '2023', valeu: 1 }), ['/observations/1']],
    ['a person number', row({ period: '2023', note: 'Gäller 19121212-1212' }), ['/observations/1/note']],
    ['a sign that cannot be kept', row({ period: '2023', note: 'a\u0000b' }), ['/observations/1/note']],
  ]
  test.each(faulty)('%s is refused whole', async (_, fault, where) => {
    const { status, type, body } = await client.post(sent(row(), fault))
    expect([status, type, pointers(body)]).toEqual([422, 'application/problem+json', where])
    expect(body).toMatchObject({ type: 'urn:samskrift:problem:invalid-body', title: 'Något i innehållet är fel' })
    expect(await stored()).toEqual([])
    expect(await database.db.select().from(indicator).where(eq(indicator.id, 'x'))).toEqual([])
  })

  test('a number of persons is whole and not negative, and an indicator keeps its unit', async () => {
    const persons = { ...ABSENCE, id: 'p', unit: 'persons' }
    const { body } = await client.post({
      indicators: [persons],
      observations: [
        { indicator: 'p', period: '2022', value: '1.5' },
        { indicator: 'p', period: '2023', value: -1 },
      ],
    })
    expect(pointers(body)).toEqual(['/observations/0/value', '/observations/1/value'])
    await client.post(sent(row()))
    const other = await client.post({ ...sent(row({ value: 3 })), indicators: [{ ...ABSENCE, unit: 'tkr' }] })
    expect(pointers(other.body)).toEqual(['/indicators/0/unit'])
  })

  const raw: [string, string | Uint8Array, number, string][] = [
    ['nothing', '', 400, 'not-json'],
    ['half of a text', '{"observations":[', 400, 'not-json'],
    ['a list', '[]', 422, 'invalid-body'],
    ['what is not UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 400, 'not-json'],
    ['lists in lists', '['.repeat(1_000_000), 400, 'not-json'],
    ['more digits than are kept', '{"observations":[{"value":0.1000000000000000055}]}', 422, 'invalid-body'],
    ['a name twice', '{"observations":[{"value":1,"\\u0076alue":2}]}', 422, 'invalid-body'],
    ['too much', `"${'a'.repeat(8 * 2 ** 20)}"`, 413, 'body-too-large'],
  ]
  test.each(raw)('%s is refused', async (_, body, status, code) => {
    const answered = await client.post(body)
    expect([answered.status, answered.body.type]).toEqual([status, `urn:samskrift:problem:${code}`])
  })

  test('where digits would go, or a name stands twice, it says where', async () => {
    const digits = await client.post('{"observations":[{"note":"12345678901234567890","value":0.1000000000000000055}]}')
    expect(pointers(digits.body)).toEqual(['/observations/0/value'])
    const twice = await client.post('{"observations":[{"value":1,"value":2}]}')
    expect(pointers(twice.body)).toEqual(['/observations/0/value'])
  })
})

describe('an Idempotency-Key', () => {
  const key = { 'idempotency-key': 'natt-2023-11' }

  test('gives the same request the same answer, and does nothing more', async () => {
    const first = await client.post(sent(row()), key)
    await client.post(sent(row({ value: '9.9' })))
    const again = await client.post(sent(row()), key)
    expect(again.body).toEqual(first.body)
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect((await stored()).map(({ value }) => value)).toEqual(['7.4', '9.9'])
  })

  test('is refused with another body, and is another token’s own', async () => {
    await client.post(sent(row()), key)
    const other = await client.post(sent(row({ value: 1 })), key)
    expect([other.status, other.body.type]).toEqual([422, 'urn:samskrift:problem:idempotency-key-reused'])
    const second = await apiClient(database, { scopes: ['observations:write'], by: client.admin })
    expect((await second.post(sent(row({ value: 2 })), key)).status).toBe(200)
  })

  test('of two requests at once writes once', async () => {
    const both = await Promise.all([client.post(sent(row()), key), client.post(sent(row()), key)])
    expect(both[0].body).toEqual(both[1].body)
    expect(await stored()).toHaveLength(1)
  })

  test('is free again where the request was refused', async () => {
    expect((await client.post(sent(row({ period: 'x' })), key)).status).toBe(422)
    expect((await client.post(sent(row()), key)).status).toBe(200)
    expect((await client.post(sent(row()), { 'idempotency-key': 'två ord' })).status).toBe(400)
  })
})

describe('what is asked for', () => {
  test('is the newest of each figure, page by page, without gaps or doubles', async () => {
    const rows = Array.from({ length: 25 }, (_, index) => row({ period: String(1990 + index), value: index }))
    await client.post(sent(...rows))
    await client.post(sent({ ...rows[3], value: '3.5' }))
    const seen: string[] = []
    for (let path: string | null = '/api/v1/observations?limit=7'; path; ) {
      const { body } = await client.get(path)
      seen.push(...body.observations.map((one: { period: string; value: string }) => `${one.period}=${one.value}`))
      path = body.next
    }
    expect(seen).toEqual(rows.map(({ period, value }) => `${period}=${period === '1993' ? '3.5' : value}`))
  })

  test('is what was known at an instant', async () => {
    await client.post(sent(row()))
    const [first] = await stored()
    await client.post(sent(row({ value: '9.9' })))
    const asOf = encodeURIComponent(first?.recordedAt.toISOString().replace('Z', '+00:00') ?? '')
    // Stored to the microsecond, asked for to the millisecond: the instant after the first.
    const then = new Date((first?.recordedAt.getTime() ?? 0) + 1).toISOString()
    const values = async (query: string) =>
      (await client.get(`/api/v1/observations?${query}`)).body.observations.map((one: { value: string }) => one.value)
    expect(await values('indicator=hr%2Fsjukfranvaro')).toEqual(['9.9'])
    expect(await values(`as_of=${encodeURIComponent(then)}`)).toEqual(['7.4'])
    expect(await values('as_of=2000-01-01T00:00:00Z')).toEqual([])
    expect((await client.get(`/api/v1/observations?as_of=${asOf}`)).status).toBe(200)
    expect(await values('kind=target')).toEqual([])
    expect(await values('period=2023-11&gender=T&code=finns-inte')).toEqual([])
  })

  test.each([
    'limit=0',
    'limit=5001',
    'kind=x',
    'as_of=i går',
    'cursor=x',
    'cursor=WyJhIl0',
    'x=1',
    'kind=result&kind=target',
    'indicator=%00',
  ])('%s is refused', async query => {
    const { status, body } = await client.get(`/api/v1/observations?${query}`)
    expect([status, body.type]).toEqual([400, 'urn:samskrift:problem:invalid-query'])
  })
})

describe('a token', () => {
  test('reads or writes, as its scopes say, and only in its own organisation', async () => {
    await client.post(sent(row()))
    const reader = await apiClient(database, { scopes: ['observations:read'], by: client.admin })
    const writer = await apiClient(database, { scopes: ['observations:write'], by: client.admin })
    const stranger = await apiClient(database)
    expect((await reader.get('/api/v1/observations')).body.observations).toHaveLength(1)
    expect((await reader.post(sent(row({ value: 1 })))).body.type).toBe('urn:samskrift:problem:scope-missing')
    expect((await writer.get('/api/v1/indicators')).status).toBe(403)
    expect((await stranger.get('/api/v1/observations')).body.observations).toEqual([])
    expect((await stranger.get('/api/v1/indicators')).body.indicators).toEqual([])
    expect((await stranger.post({ observations: [row({ value: 1 })] })).status).toBe(422)
  })

  test('that asks too much is told when to come back', async () => {
    const busy = await apiClient(database, { limits: new ApiLimits({ burst: 2, perSecond: 0.01 }) })
    const answers = [1, 2, 3].map(() => busy.get('/api/v1/indicators'))
    const statuses = (await Promise.all(answers)).map(({ status }) => status)
    expect(statuses.sort()).toEqual([200, 200, 429])
    expect((await busy.get('/api/v1/indicators')).headers.get('retry-after')).toBe('100')
  })
})
