import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { report } from '#db/schema/report.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import type { Actor } from '../policies/actor.ts'
import { type DemoServices, demoActor, demoReport, demoServices } from '../testing/demo-services.ts'
import { dueSections, ownSections } from './own-sections.ts'
import { readStructure } from './read-structure.ts'
import { updateSection } from './update-section.ts'

const database = testDatabase()
let services: DemoServices
let mas: Actor
let contributor: Actor

beforeAll(async () => {
  services = await demoServices(database)
  mas = await demoActor(services, 'mas')
  contributor = await demoActor(services, 'enhetschef')
})
afterAll(() => services.documents.close())

test('a person’s own sections that are not done, the nearest first, until the report is locked', async () => {
  const reportId = await demoReport(services, mas)
  const [late = '', next = '', done = '', other = '', dayless = '', roles = '', others = ''] = (
    await readStructure(services, mas, reportId)
  ).sections.map(({ id }) => id)
  const ownerId = contributor.id
  await updateSection(services, mas, next, { ownerId, deadline: '2031-05-01' })
  await updateSection(services, mas, late, { ownerId, deadline: '2024-05-01' })
  await updateSection(services, mas, done, { ownerId, deadline: '2024-05-01', status: 'done' })
  await updateSection(services, mas, other, { ownerId: mas.id, deadline: '2024-05-01' })
  await updateSection(services, mas, dayless, { ownerId })
  await updateSection(services, mas, roles, { ownerRole: 'bidragsgivare', deadline: '2030-05-01' })
  await updateSection(services, mas, others, { ownerRole: 'ekonom', deadline: '2030-05-01' })
  const all = await ownSections(services, contributor)
  const own = dueSections(all)
  expect(own.map(({ id, deadline }) => [id, deadline])).toEqual([
    [late, '2024-05-01'],
    [roles, '2030-05-01'],
    [next, '2031-05-01'],
  ])
  expect(all.map(({ id, settled }) => [id, settled])).toEqual([
    [late, false],
    [done, true],
    [roles, false],
    [next, false],
    [dayless, false],
  ])
  expect(own[0]).toMatchObject({ reportId, reportTitle: 'Patientsäkerhetsberättelse 2023' })
  expect(await ownSections(services, { ...contributor, grants: [] })).toEqual([])
  await services.db.update(report).set({ lockedAt: new Date() }).where(eq(report.id, reportId))
  expect(await ownSections(services, contributor)).toEqual([])
})
