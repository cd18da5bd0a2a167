import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '#db/testing/test-database.ts'
import { NotAllowedError, NotFoundError } from '../errors.ts'
import type { Actor } from '../policies/actor.ts'
import { readStructure } from '../reports/read-structure.ts'
import { setValue } from '../reports/set-value.ts'
import { removeUnit } from '../reports/units/remove-unit.ts'
import { type DemoServices, demoActor, demoServices } from '../testing/demo-services.ts'
import { bringRecommendation } from './bring-recommendation.ts'
import { shareReview } from './share-review.ts'
import { boardId, recommend, reviewAnswer } from './testing/review.ts'

const database = testDatabase()
let services: DemoServices
let care: Actor
let school: Actor
let coordinator: Actor

beforeAll(async () => {
  services = await demoServices(database)
  care = await demoActor(services, 'handlaggare')
  school = await demoActor(services, 'skolutredare')
  coordinator = await demoActor(services, 'samordnare')
})
afterAll(() => services.documents.close())

async function two(): Promise<{ careId: string; schoolId: string }> {
  const careId = await reviewAnswer(services, care, { board: 'Vård', quotes: ['Ta fram en plan.'] })
  const boardIds = [await boardId(services, coordinator, 'Barn')]
  const [shared] = await shareReview(services, coordinator, { reportId: careId, boardIds })
  return { careId, schoolId: shared?.reportId ?? '' }
}

const offers = async (actor: Actor, id: string) => (await readStructure(services, actor, id)).answers?.offers ?? []
const heads = async (actor: Actor, id: string) =>
  (await readStructure(services, actor, id)).sections.filter(({ key, unit }) => key === 'rekommendation' && unit?.head)
const quotes = async (actor: Actor, id: string) => (await heads(actor, id)).map(({ values }) => values.rekommendation)
const bring = (actor: Actor, fromId: string, reportId: string, lineageId: string | undefined) =>
  bringRecommendation(services, actor, { fromId, reportId, lineageId })

test('a recommendation that was added later is offered both ways, and brought once', async () => {
  const { careId, schoolId } = await two()
  await recommend(services, care, careId, 'Följ upp målen.')
  const [push] = await offers(coordinator, careId)
  expect(push).toMatchObject({ kind: 'missing', n: 2, quote: 'Följ upp målen.', to: { id: schoolId, isHere: false } })
  const [pull] = await offers(coordinator, schoolId)
  expect(pull).toMatchObject({ from: { id: careId }, to: { id: schoolId, isHere: true }, lineageId: push?.lineageId })
  await Promise.all([1, 2].map(() => bring(coordinator, careId, schoolId, push?.lineageId)))
  expect(await quotes(school, schoolId)).toEqual(['Ta fram en plan.', 'Följ upp målen.'])
  expect(await offers(coordinator, careId)).toEqual([])
})

test('a quote that was corrected is offered to the one that has the older words', async () => {
  const { careId, schoolId } = await two()
  const [head] = await heads(care, careId)
  const value = 'Ta fram en tidsatt plan.'
  await setValue(services, care, { of: 'unit', id: head?.unit?.id, key: 'rekommendation', value, correct: true })
  const [offer, ...more] = await offers(coordinator, schoolId)
  expect(more).toEqual([])
  expect(offer).toMatchObject({ kind: 'corrected', n: 1, quote: value, to: { id: schoolId } })
  await bring(coordinator, careId, schoolId, offer?.lineageId)
  expect(await quotes(school, schoolId)).toEqual([value])
  expect(await offers(coordinator, schoolId)).toEqual([])
})

test('what was removed comes back, with what was answered', async () => {
  const { careId, schoolId } = await two()
  const [head] = await heads(school, schoolId)
  await setValue(services, school, { of: 'unit', id: head?.unit?.id, key: 'installning', value: 'instammer' })
  await removeUnit(services, school, head?.unit?.id ?? '')
  const [offer] = await offers(coordinator, careId)
  await bring(coordinator, careId, schoolId, offer?.lineageId)
  expect((await heads(school, schoolId))[0]?.values).toMatchObject({ installning: 'instammer' })
})

test('who may not manage the one or read the other brings nothing, and nor does another granskning', async () => {
  const { careId, schoolId } = await two()
  await recommend(services, care, careId, 'Följ upp målen.')
  const [offer] = await offers(coordinator, careId)
  expect(await offers(care, careId)).toEqual([])
  await expect(bring(care, careId, schoolId, offer?.lineageId)).rejects.toThrow(NotFoundError)
  await expect(bring(school, careId, schoolId, offer?.lineageId)).rejects.toThrow(NotFoundError)
  const reader = await demoActor(services, 'revisor')
  await expect(bring(reader, careId, schoolId, offer?.lineageId)).rejects.toThrow(NotAllowedError)
  const stranger = await reviewAnswer(services, care, { board: 'Vård', quotes: ['Annat.'] })
  await expect(bring(coordinator, careId, stranger, offer?.lineageId)).rejects.toThrow(NotFoundError)
})
