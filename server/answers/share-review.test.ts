import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { report } from '#db/schema/report.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { InvalidInputError, NotAllowedError, NotFoundError } from '../errors.ts'
import type { Actor } from '../policies/actor.ts'
import { readStructure } from '../reports/read-structure.ts'
import { setValue } from '../reports/set-value.ts'
import { addUnit } from '../reports/units/add-unit.ts'
import { type DemoServices, demoActor, demoServices } from '../testing/demo-services.ts'
import { shareReview } from './share-review.ts'
import { boardId, reviewAnswer } from './testing/review.ts'

const database = testDatabase()
let services: DemoServices
let author: Actor
let coordinator: Actor
let school: string

beforeAll(async () => {
  services = await demoServices(database)
  author = await demoActor(services, 'handlaggare')
  coordinator = await demoActor(services, 'samordnare')
  school = await boardId(services, coordinator, 'Barn')
})
afterAll(() => services.documents.close())

const answer = (quotes = ['Ta fram en plan.', 'Följ upp målen.']) =>
  reviewAnswer(services, author, { board: 'Vård', quotes })
const share = (reportId: string, boardIds = [school], actor = coordinator) =>
  shareReview(services, actor, { reportId, boardIds })

test('another nämnd gets the granskning and every recommendation quoted, and none of the answers', async () => {
  const id = await answer()
  const before = await readStructure(services, author, id)
  const heads = before.sections.filter(({ key }) => key === 'rekommendation')
  const [first] = heads
  const part = before.sections.find(({ key, unit }) => key === 'planerade-atgarder' && unit?.id === first?.unit?.id)
  await setValue(services, author, { of: 'unit', id: first?.unit?.id, key: 'installning', value: 'delvis' })
  await setValue(services, author, { of: 'unit', id: first?.unit?.id, key: 'motivering', value: 'Delat ansvar.' })
  const row = await addUnit(services, author, { sectionId: part?.id, kind: 'planerad-atgard' })
  await setValue(services, author, { of: 'unit', id: row.id, key: 'atgard', value: 'Planera' })

  const [made] = await share(id)
  expect(made).toMatchObject({ boardId: school, isNew: true })
  const other = await readStructure(services, coordinator, made?.reportId ?? '')
  expect(other.report).toMatchObject({
    boardName: 'Barn- och utbildningsnämnden',
    year: 2024,
    deadline: '2024-06-30',
    madeFrom: { id },
    values: {
      granskning: 'Granskning av god och nära vård',
      granskningsdatum: '2024-02-01',
      'samlad-bedomning': 'Arbetet är inte tillräckligt.',
    },
  })
  expect(other.report.values).not.toHaveProperty('handlaggare')
  expect(other.sections.map(({ heading, level }) => [heading, level])).toEqual(
    before.sections.map(({ heading, level }) => [heading, level]),
  )
  expect(other.sections.filter(({ key }) => key === 'rekommendation').map(({ values }) => values)).toEqual([
    { rekommendation: 'Ta fram en plan.' },
    { rekommendation: 'Följ upp målen.' },
  ])
  const rows = (key: string) => other.sections.filter(one => one.key === key).flatMap(({ tables }) => tables)
  expect(rows('planerade-atgarder').flatMap(table => table.rows)).toEqual([])
  // The quote is sealed there as it is here.
  const quote = other.sections.find(({ key }) => key === 'rekommendation')
  const writer = await demoActor(services, 'skolutredare')
  await expect(
    setValue(services, writer, { of: 'unit', id: quote?.unit?.id, key: 'rekommendation', value: 'Annat' }),
  ).rejects.toMatchObject({ code: 'value-sealed' })
})

test('a nämnd that has an answer keeps it, also when two ask at once', async () => {
  const id = await answer()
  const both = await Promise.all([share(id), share(id), share(id)])
  expect(both.flat().filter(({ isNew }) => isNew)).toHaveLength(1)
  expect(new Set(both.flat().map(({ reportId }) => reportId)).size).toBe(1)
  const [again] = await share(both[0]?.[0]?.reportId ?? '', [await boardId(services, coordinator, 'Vård')])
  expect(again).toEqual({ boardId: expect.any(String), reportId: id, isNew: false })
})

test('a finished answer can still be shared', async () => {
  const id = await answer()
  await services.db.update(report).set({ lockedAt: new Date(), lockedBy: author.id }).where(eq(report.id, id))
  expect(await share(id)).toMatchObject([{ isNew: true }])
})

test('who may not create at the other nämnd, or not manage this one, makes nothing', async () => {
  const id = await answer()
  await expect(share(id, [school], author)).rejects.toThrow(NotAllowedError)
  await expect(share(id, [school], await demoActor(services, 'revisor'))).rejects.toThrow(NotAllowedError)
  await expect(share(id, [school], await demoActor(services, 'skolutredare'))).rejects.toThrow(NotFoundError)
  const styrelse = await boardId(services, coordinator, 'Kommunstyrelsen')
  // The one that may not be made takes the other with it.
  const half = { ...coordinator, grants: coordinator.grants.filter(grant => grant.boardId !== styrelse) }
  await expect(share(id, [school, styrelse], half)).rejects.toThrow(NotAllowedError)
  expect(await share(id)).toMatchObject([{ isNew: true }])
})

test('without a recommendation there is nothing to answer', async () => {
  const error = await share(await answer([])).catch(failure => failure)
  expect(error).toBeInstanceOf(InvalidInputError)
  expect(error.fields).toEqual({ recommendations: 'required' })
})
