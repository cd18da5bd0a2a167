import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dataImport, dataRefresh } from '#db/schema/data-import.ts'
import { indicator } from '#db/schema/indicator.ts'
import { observation } from '#db/schema/observation.ts'
import { roleGrant } from '#db/schema/user.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { figureKey } from '#editor/core/figure.ts'
import { InvalidInputError, NotAllowedError } from '../../errors.ts'
import type { Actor } from '../../policies/actor.ts'
import { readCatalogueLog } from '../catalogue/read-catalogue-log.ts'
import { readFigures } from '../read-figures.ts'
import { makeActor, makeColleague } from '../testing/organisation.ts'
import type { KoladaAccess } from './client.ts'
import { fetchDue } from './kolada-clock.ts'
import { refreshKoladaNow } from './refresh-kolada.ts'
import { readKoladaState, saveKoladaSettings } from './settings.ts'
import { type KoladaServer, koladaServer } from './testing/kolada-server.ts'

const database = testDatabase()
let mas: Actor
let kolada: KoladaServer
let pauses: number[]
let access: KoladaAccess

const NOW = new Date('2024-05-10T08:00:00Z')
const SETTINGS = { municipality: '0482', comparison: '0000', kpis: ['U21454', 'N00945'], years: 3 }

beforeEach(async () => {
  mas = await makeActor(database.db)
  await database.db.insert(roleGrant).values({ userId: mas.id, boardId: null, role: 'mas' })
  kolada = await koladaServer()
  kolada.kpis = [
    {
      id: 'U21454',
      title: 'Brukarbedömning, andel (%)',
      description: 'Andel nöjda.',
      is_divided_by_gender: true,
      operating_area: 'Äldreomsorg',
    },
    { id: 'N00945', title: 'Kostnad hemtjänst, kr/inv', is_divided_by_gender: false },
  ]
  kolada.values = [
    { kpi: 'U21454', municipality: '0482', period: 2023, gender: 'T', value: 87.33333333333333 },
    { kpi: 'U21454', municipality: '0482', period: 2023, gender: 'K', value: 89 },
    { kpi: 'U21454', municipality: '0482', period: 2023, gender: 'M', value: null, status: 'Privacy' },
    { kpi: 'U21454', municipality: '0000', period: 2023, gender: 'T', value: 86 },
    { kpi: 'N00945', municipality: '0482', period: 2022, gender: 'T', value: 12345 },
    { kpi: 'N00945', municipality: '0482', period: 2024, gender: 'T', value: null, status: 'Missing' },
    { kpi: 'N00945', municipality: '0482', period: 2021, gender: 'T', value: 1 },
  ]
  pauses = []
  access = { url: kolada.url, pause: async ms => void pauses.push(ms), random: () => 0.5, timeoutMs: 2000 }
})
afterEach(async () => {
  // The schedule of one test is not due in the next.
  await database.db.delete(dataRefresh)
  await kolada.close()
})

const save = (more: object = {}, nightly = false) =>
  saveKoladaSettings(database, mas, { ...SETTINGS, ...more }, { nightly, now: NOW })
const fetchNow = () => refreshKoladaNow({ db: database.db, access, now: NOW }, mas)
const stored = () =>
  database.db
    .select()
    .from(observation)
    .where(eq(observation.organisationId, mas.organisationId))
    .orderBy(observation.id)
const said = async () =>
  (await stored()).map(({ indicatorId, kind, period, gender, value, status }) =>
    [indicatorId.slice(7), kind, period, gender, value ?? status].join(' '),
  )
const catalogue = () =>
  database.db
    .select()
    .from(indicator)
    .where(eq(indicator.organisationId, mas.organisationId))
    .orderBy(indicator.position)

describe('what Kolada has', () => {
  test('becomes indicators and figures with passports that say what was asked', async () => {
    await save()
    const progress: string[] = []
    const result = await refreshKoladaNow(
      { db: database.db, access, now: NOW, onProgress: (done, total) => progress.push(`${done}/${total}`) },
      mas,
    )
    expect(result).toMatchObject({ written: 6, gone: [] })
    expect(progress).toEqual(['1/3', '2/3', '3/3'])
    expect(await said()).toEqual([
      'u21454 result 2023 T 87.33333333333333',
      'u21454 result 2023 K 89',
      'u21454 result 2023 M suppressed',
      'u21454 comparison 2023 T 86',
      'n00945 result 2022 T 12345',
      'n00945 result 2024 T missing',
    ])
    expect(await catalogue()).toMatchObject([
      { code: 'U21454', area: 'Äldreomsorg', definition: 'Andel nöjda.', unit: 'percent', decimals: 1, byGender: true },
      { code: 'N00945', unit: 'other', unitText: 'kr/inv', decimals: 0, byGender: false },
    ])
    const ref = { indicatorId: 'kolada/u21454', kind: 'comparison', period: '2023', gender: 'T' } as const
    const { figures } = await readFigures(database, mas.organisationId, [ref])
    expect(figures[figureKey(ref)]).toMatchObject({
      note: 'Riket',
      passport: {
        source: 'kolada',
        method: 'kolada',
        importedBy: 'MAS',
        query: '/data/kpi/U21454,N00945/municipality/0000,0482/year/2022,2023,2024?per_page=5000',
      },
    })
    expect(await readKoladaState(database, mas)).toMatchObject({ lastError: null, lastSuccessAt: NOW.toISOString() })
  })

  test('is asked for in parts of at most 25 ids, and read page by page', async () => {
    const ids = Array.from({ length: 60 }, (_, index) => `N${String(10_000 + index)}`)
    kolada.kpis = ids.map(id => ({ id, title: `Antal ${id}` }))
    kolada.values = ids.flatMap(kpi =>
      [1995, 2024].map(period => ({ kpi, municipality: '0482', period, gender: 'T' as const, value: period })),
    )
    kolada.pageSize = 7
    await save({ kpis: ids, years: 30, comparison: null })
    expect((await fetchNow()).written).toBe(120)
    expect(await said()).toHaveLength(120)
    expect(Math.max(...kolada.asked.flatMap(path => path.split(/[/?]/)).map(part => part.split(',').length))).toBe(25)
    expect(kolada.asked.filter(path => path.includes('page=4')).length).toBeGreaterThan(0)
  })

  test('is appended only where it differs, and what was removed there is missing here', async () => {
    await save()
    await fetchNow()
    expect(await fetchNow()).toMatchObject({ importId: null, written: 0 })
    const [first] = kolada.values
    if (first) Object.assign(first, { isdeleted: true })
    kolada.values.push({ kpi: 'U21454', municipality: '0482', period: 2022, gender: 'T', value: 5, isdeleted: true })
    expect((await fetchNow()).written).toBe(1)
    expect((await said()).at(-1)).toBe('u21454 result 2023 T missing')
  })

  test('and no more is marked, with its figures kept, until it is back', async () => {
    await save()
    await fetchNow()
    const [first] = kolada.kpis.splice(0, 1)
    expect((await fetchNow()).gone).toEqual(['U21454'])
    const retired = async () => (await catalogue()).map(({ code, retiredAt }) => [code, retiredAt !== null])
    expect(await retired()).toEqual([
      ['U21454', true],
      ['N00945', false],
    ])
    expect(await said()).toHaveLength(6)
    if (first) kolada.kpis.push({ ...first, title: 'Nytt namn' })
    expect((await fetchNow()).gone).toEqual([])
    expect(await retired()).toEqual([
      ['U21454', false],
      ['N00945', false],
    ])
    expect((await catalogue())[0]).toMatchObject({ name: 'Nytt namn', unit: 'percent' })
    const [back, gone, ...others] = await readCatalogueLog(database, mas, 'kolada/u21454')
    expect(others).toEqual([])
    expect(gone).toMatchObject({ by: 'MAS', changes: { retired_at: { before: null, after: expect.any(String) } } })
    expect(back?.changes).toMatchObject({ name: { before: 'Brukarbedömning, andel (%)', after: 'Nytt namn' } })
    expect(back?.changes.retired_at).toEqual({ before: gone?.changes.retired_at?.after, after: null })
  })

  test('keeps what people have said of an indicator', async () => {
    await save()
    await fetchNow()
    await database.db.update(indicator).set({ definition: 'Vår', decimals: 2, better: 'up' })
    await fetchNow()
    expect((await catalogue())[0]).toMatchObject({ definition: 'Vår', decimals: 2, better: 'up' })
  })
})

describe('Kolada that', () => {
  const answersOnce = (status: number, headers: Record<string, string> = {}) => {
    let left = 1
    kolada.instead = (request, response) => {
      if (!request.url?.includes('/data/') || left-- <= 0) return false
      response.writeHead(status, headers).end('{}')
      return true
    }
  }

  test('is busy is asked again when it says', async () => {
    answersOnce(429, { 'retry-after': '7' })
    await save()
    expect((await fetchNow()).written).toBe(6)
    expect(pauses).toEqual([7000])
  })

  test('is down is asked again after growing pauses, five times', async () => {
    kolada.instead = (_, response) => Boolean(response.writeHead(503).end())
    await save()
    await expect(fetchNow()).rejects.toMatchObject({ code: 'kolada-down' })
    expect(pauses).toEqual([750, 1500, 3000, 6000])
    expect(kolada.asked).toHaveLength(5)
  })

  const broken: [string, KoladaServer['instead'], string][] = [
    [
      'wants us to wait for an hour',
      (_, response) => Boolean(response.writeHead(429, { 'retry-after': '3600' }).end()),
      'kolada-busy',
    ],
    ['has moved', (_, response) => Boolean(response.writeHead(404).end()), 'kolada-refused'],
    [
      'redirects',
      (_, response) => Boolean(response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()),
      'kolada-refused',
    ],
    ['answers a page', (_, response) => Boolean(response.end('<!doctype html>')), 'kolada-broken'],
    ['answers half', (_, response) => Boolean(response.end('{"values":[{"kpi"')), 'kolada-broken'],
    ['answers something else', (_, response) => Boolean(response.end('{"values":[{"kpi":1}]}')), 'kolada-broken'],
    [
      'answers a value as text',
      (_, response) =>
        Boolean(
          response.end(
            JSON.stringify({
              values: [{ kpi: 'U21454', municipality: '0482', period: 2023, values: [{ gender: 'T', value: '1' }] }],
            }),
          ),
        ),
      'kolada-broken',
    ],
    [
      'answers for another',
      (_, response) =>
        Boolean(
          response.end(
            JSON.stringify({
              values: [{ kpi: 'U21454', municipality: '0180', period: 2023, values: [{ gender: 'T', value: 1 }] }],
            }),
          ),
        ),
      'kolada-broken',
    ],
    [
      'sends us to another host',
      (_, response) => Boolean(response.end('{"values":[],"next_url":"http://127.0.0.1:1/v3/data"}')),
      'kolada-foreign-page',
    ],
    [
      'goes round in circles',
      (request, response) => Boolean(response.end(JSON.stringify({ values: [], next_url: request.url }))),
      'kolada-foreign-page',
    ],
    ['answers too much', (_, response) => Boolean(response.end('a'.repeat(2000))), 'kolada-too-large'],
    ['never answers', () => true, 'kolada-timed-out'],
  ]
  test.each(broken)('%s changes nothing, and it is said', async (_, instead, code) => {
    await save()
    await fetchNow()
    const before = await said()
    const [first] = kolada.values
    if (first) first.value = 1
    // The metadata is as it was: only the last question goes wrong.
    kolada.instead = (request, response) => Boolean(request.url?.includes('/data/')) && instead(request, response)
    access = { ...access, maxBytes: 1500, ...(code === 'kolada-timed-out' && { timeoutMs: 30 }) }
    await expect(fetchNow()).rejects.toMatchObject({ code })
    expect(await said()).toEqual(before)
    expect(await readKoladaState(database, mas)).toMatchObject({ lastError: code, lastSuccessAt: NOW.toISOString() })
  })

  test('knows no such municipality, or is not there, says so', async () => {
    await save({ municipality: '9999' })
    await expect(fetchNow()).rejects.toMatchObject({ code: 'kolada-unknown-municipality' })
    access = { ...access, url: 'http://127.0.0.1:1/v3' }
    await expect(fetchNow()).rejects.toMatchObject({ code: 'kolada-unreachable' })
  })
})

describe('by night', () => {
  const due = (now: Date) => fetchDue({ db: database.db, access, now })
  const night = async () => new Date((await readKoladaState(database, mas))?.nextAt ?? 0)

  test('it is fetched between one and five in Sweden, by one node, and then only what is new', async () => {
    await save({}, true)
    const first = await night()
    expect(first.getTime()).toBeGreaterThanOrEqual(Date.parse('2024-05-10T23:00:00Z'))
    expect(first.getTime()).toBeLessThan(Date.parse('2024-05-11T03:00:00Z'))
    expect(await due(new Date(first.getTime() - 1))).toBe(0)
    const counts = await Promise.all([due(first), due(first), due(first)])
    expect(counts.sort()).toEqual([0, 0, 1])
    expect(await said()).toHaveLength(6)

    kolada.values.push({
      kpi: 'N00945',
      municipality: '0482',
      period: 2023,
      gender: 'T',
      value: 9,
      changed: '2024-05-11',
    })
    kolada.asked = []
    expect(await due(await night())).toBe(1)
    expect(kolada.asked.filter(path => path.includes('from_date=2024-05-10'))).toHaveLength(1)
    expect((await said()).slice(6)).toEqual(['n00945 result 2023 T 9'])
  })

  test('other settings are fetched whole', async () => {
    await save({ kpis: ['U21454'] }, true)
    await due(await night())
    await save({}, true)
    kolada.asked = []
    await due(await night())
    expect(kolada.asked.some(path => path.includes('from_date'))).toBe(false)
    expect(await said()).toHaveLength(6)
  })

  test('what has failed for a while is tried again in an hour, and not at all where it is turned off', async () => {
    kolada.instead = (_, response) => Boolean(response.writeHead(503).end())
    await save({}, true)
    const first = await night()
    await due(first)
    expect((await night()).getTime()).toBe(first.getTime() + 3_600_000)
    await save({}, false)
    expect(await due(new Date('2100-01-01'))).toBe(0)
  })

  test('nothing is fetched for somebody who may not any more', async () => {
    await save({}, true)
    await database.db.delete(roleGrant).where(eq(roleGrant.userId, mas.id))
    await due(await night())
    expect(await readKoladaState(database, mas)).toMatchObject({ lastError: 'kolada-no-rights' })
    expect(kolada.asked).toEqual([])
  })
})

describe('the settings', () => {
  test('are for those who import figures, and read by all', async () => {
    await save()
    const revisor = await makeColleague(database.db, mas.organisationId, 'revisor', 'Revisor')
    await expect(saveKoladaSettings(database, revisor, SETTINGS, { nightly: true })).rejects.toThrow(NotAllowedError)
    expect(() => refreshKoladaNow({ db: database.db, access }, revisor)).toThrow(NotAllowedError)
    expect(await readKoladaState(database, revisor)).toMatchObject({ settings: SETTINGS, nightly: false })
    expect(
      await database.db.select().from(dataImport).where(eq(dataImport.organisationId, mas.organisationId)),
    ).toEqual([])
  })

  test.each([
    { municipality: '482' },
    { comparison: 'riket' },
    { kpis: [] },
    { kpis: ['21454'] },
    { years: 0 },
    { years: 31 },
  ])('are not %o', async change => {
    await expect(save(change)).rejects.toThrow(InvalidInputError)
  })
})
