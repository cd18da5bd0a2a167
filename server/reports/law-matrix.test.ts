import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reportSection } from '#db/schema/report.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import type { Actor } from '../policies/actor.ts'
import { type DemoServices, demoActor, demoReport, demoServices } from '../testing/demo-services.ts'
import { checkReport } from './check-report.ts'
import { readReference } from './law-matrix.ts'
import { readLawMatrix } from './read-law-matrix.ts'
import { readStructure } from './read-structure.ts'
import { setValue } from './set-value.ts'
import { updateSection } from './update-section.ts'

const database = testDatabase()
let services: DemoServices
let mas: Actor

beforeAll(async () => {
  services = await demoServices(database)
  mas = await demoActor(services, 'mas')
})
afterAll(() => services.documents.close())

test.each([
  ['PSL 3:10', 'PSL', '3:10'],
  ['SOSFS 2011:9 7:2 p.1', 'SOSFS 2011:9', '7:2 p.1'],
  ['HSLF-FS 2016:40 7:1', 'HSLF-FS 2016:40', '7:1'],
  ['KL 6 kap. 6 §', 'KL', '6 kap. 6 §'],
  ['arkivreglementet', 'arkivreglementet', ''],
])('%s is a place in an act', (reference, act, place) => {
  expect(readReference(reference)).toEqual({ act, place })
})

test('what a section lacks is what stops the lock; a reason or content fulfils it, and the matrix says who and when', async () => {
  const reportId = await demoReport(services, mas)
  const before = await readLawMatrix(services, mas, reportId)
  const stopped = new Set((await checkReport(services, mas, reportId)).map(({ sectionId }) => sectionId))
  const missing = before.matrix.rows.filter(({ state }) => state === 'missing')
  expect(missing.length).toBeGreaterThan(10)
  for (const row of before.matrix.rows) expect(row.state === 'missing').toBe(stopped.has(row.sectionId))
  expect(before.matrix).toMatchObject({ fulfilled: before.matrix.asked - missing.length })

  const radiation = before.matrix.rows.find(({ act }) => act.startsWith('SSMFS'))
  if (!radiation) throw new Error('the template has no section of radiation')
  expect(radiation.findings).toEqual([expect.stringContaining(radiation.heading)])
  await updateSection(services, mas, radiation.sectionId, { notApplicableReason: 'Ingen strålning används.' })
  const after = await readLawMatrix(services, mas, reportId)
  expect(after.matrix.rows.find(({ sectionId }) => sectionId === radiation.sectionId)).toMatchObject({
    state: 'not-applicable',
    reason: 'Ingen strålning används.',
    findings: [],
    by: 'MAS',
    at: expect.stringMatching(/^\d{4}-/),
  })
  expect(after.matrix).toMatchObject({ asked: before.matrix.asked, fulfilled: before.matrix.fulfilled + 1 })
})

test('content that nobody has called done is a draft, then done and reviewed', async () => {
  const reportId = await demoReport(services, mas)
  const rowNow = async () =>
    (await readLawMatrix(services, mas, reportId)).matrix.rows.find(({ act }) => act === 'HSLF-FS 2016:40')
  expect(await rowNow()).toMatchObject({ state: 'missing' })
  const id = (await rowNow())?.sectionId ?? ''
  const { sections } = await readStructure(services, mas, reportId)
  const items = sections.find(one => one.id === id)?.tables[0]?.rows ?? []
  expect(items).toHaveLength(5)
  for (const item of items) {
    await setValue(services, mas, { of: 'unit', id: item.id, key: 'lage', value: 'redovisat' })
    await setValue(services, mas, { of: 'unit', id: item.id, key: 'redovisning', value: 'Se bilaga 2.' })
  }
  expect(await rowNow()).toMatchObject({ state: 'draft', findings: [] })
  for (const status of ['done', 'reviewed'] as const) {
    await updateSection(services, mas, id, { status })
    expect(await rowNow()).toMatchObject({ state: status, by: 'MAS' })
  }
})

test('sections whose day has passed are late, with who is responsible', async () => {
  const reportId = await demoReport(services, mas)
  const ids = (await services.db.select().from(reportSection).where(eq(reportSection.reportId, reportId)))
    .toSorted((one, other) => one.position - other.position)
    .map(({ id }) => id)
  const [first = '', second = '', third = '', fourth = ''] = ids
  await updateSection(services, mas, first, { deadline: '2024-02-02', ownerId: mas.id })
  await updateSection(services, mas, second, { deadline: '2024-01-15' })
  await updateSection(services, mas, third, { deadline: '2024-01-01', status: 'done' })
  await updateSection(services, mas, fourth, { deadline: '2024-03-01', ownerRole: 'ekonom' })
  const { late } = await readLawMatrix(services, mas, reportId)
  expect(late.map(({ id, deadline, ownerName }) => [id, deadline, ownerName])).toEqual([
    [second, '2024-01-15', null],
    [first, '2024-02-02', 'MAS'],
    [fourth, '2024-03-01', 'Rollen Ekonom'],
  ])
})
