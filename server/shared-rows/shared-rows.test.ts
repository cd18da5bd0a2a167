import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { report } from '#db/schema/report.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import type { Actor } from '../policies/actor.ts'
import { createReport } from '../reports/create-report.ts'
import { listBoards } from '../reports/list-boards.ts'
import { makeReport } from '../reports/make-from/make-report.ts'
import { readStructure } from '../reports/read-structure.ts'
import { setValue } from '../reports/set-value.ts'
import { addUnit } from '../reports/units/add-unit.ts'
import { removeUnit } from '../reports/units/remove-unit.ts'
import { type DemoServices, demoActor, demoServices } from '../testing/demo-services.ts'
import { bringSharedRows } from './bring-shared-rows.ts'

const COMMON = 'kommunovergripande-kontrollmoment'
const database = testDatabase()
let services: DemoServices
let styrelse: Actor
let handlaggare: Actor
let samordnare: Actor
let year = 2030
let plan: string
let own: string

beforeAll(async () => {
  services = await demoServices(database)
  styrelse = await demoActor(services, 'kommundirektor')
  handlaggare = await demoActor(services, 'handlaggare')
  samordnare = await demoActor(services, 'samordnare')
})
afterAll(() => services.documents.close())

async function makePlan(actor: Actor): Promise<string> {
  const board = (await listBoards(services, actor)).find(({ mayCreate }) => mayCreate)
  const head = { templateKey: 'internkontrollplan', boardId: board?.id ?? '', year, diaryNumber: '', title: 'Plan' }
  return (await createReport(services, actor, head)).id
}

async function planOfNextYear(actor: Actor, sourceId: string): Promise<string> {
  const source = await services.db.query.report.findFirst({ where: eq(report.id, sourceId) })
  const head = { templateKey: 'internkontrollplan', diaryNumber: '', title: 'Plan', sourceId, texts: [] }
  return (await makeReport(services, actor, { ...head, boardId: source?.boardId ?? '', year: year + 1 })).id
}

const sectionOf = async (actor: Actor, reportId: string) => {
  const section = (await readStructure(services, actor, reportId)).sections.find(({ key }) => key === COMMON)
  if (!section) throw new Error('no section')
  return section
}

async function addControl(actor: Actor, reportId: string, risk: string): Promise<string> {
  const { id: sectionId } = await sectionOf(actor, reportId)
  const { id } = await addUnit(services, actor, { sectionId, kind: COMMON })
  await setValue(services, actor, { of: 'unit', id, key: 'risk', value: risk })
  await setValue(services, actor, { of: 'unit', id, key: 'kontrollmoment', value: `Kontroll av ${risk}` })
  return id
}

const lock = (reportId: string) =>
  database.db.update(report).set({ lockedAt: new Date(), lockedBy: styrelse.id }).where(eq(report.id, reportId))

const risksIn = async (actor: Actor, reportId: string) =>
  (await sectionOf(actor, reportId)).tables.flatMap(({ rows }) => rows.map(({ values }) => values.risk))

async function bring(actor: Actor = handlaggare): Promise<void> {
  const section = await sectionOf(actor, own)
  const [offer] = section.sharedRows ?? []
  await bringSharedRows(
    services,
    actor,
    { reportId: own, sectionId: section.id },
    { fromId: offer?.fromId, kind: COMMON },
  )
}

beforeEach(async () => {
  year += 1
  plan = await makePlan(styrelse)
  own = await makePlan(handlaggare)
})

describe('the styrelse’s kontrollmoment', () => {
  test('are offered to the nämnder when the plan is locked, and to those who may read it before', async () => {
    await addControl(styrelse, plan, 'Arbetsmiljö')
    await addControl(styrelse, plan, 'Sekretess')
    expect((await sectionOf(handlaggare, own)).sharedRows).toBeUndefined()
    expect((await sectionOf(samordnare, own)).sharedRows).toMatchObject([{ missing: 2, changed: 0 }])
    await lock(plan)
    expect((await sectionOf(handlaggare, own)).sharedRows).toMatchObject([
      { fromId: plan, boardName: 'Kommunstyrelsen', kind: COMMON, many: 'kontrollmoment', missing: 2, changed: 0 },
    ])
    // Nobody offers what a nämnd has taken over back to the styrelse, or its own moments to others.
    expect((await sectionOf(styrelse, plan)).sharedRows).toBeUndefined()
  })

  test('are taken over as they are, once, and are sealed', async () => {
    await addControl(styrelse, plan, 'Arbetsmiljö')
    await addControl(styrelse, plan, 'Sekretess')
    await lock(plan)
    await Promise.allSettled([bring(), bring()])
    expect(await risksIn(handlaggare, own)).toEqual(['Arbetsmiljö', 'Sekretess'])
    const section = await sectionOf(handlaggare, own)
    expect(section.sharedRows).toBeUndefined()
    const [row] = section.tables.flatMap(({ rows }) => rows)
    const change = { of: 'unit', id: row?.id, key: 'kontrollmoment', value: 'Något annat' }
    await expect(setValue(services, handlaggare, change)).rejects.toMatchObject({ code: 'value-sealed' })
  })

  test('that the styrelse changes are offered anew, and corrected where they stand', async () => {
    const id = await addControl(styrelse, plan, 'Arbetsmiljö')
    await bring(samordnare)
    expect(await risksIn(samordnare, own)).toEqual(['Arbetsmiljö'])
    const change = { of: 'unit', id, key: 'risk', value: 'Hot och våld' }
    await setValue(services, styrelse, { ...change, correct: true })
    expect((await sectionOf(samordnare, own)).sharedRows).toMatchObject([{ missing: 0, changed: 1 }])
    await bring(samordnare)
    expect(await risksIn(samordnare, own)).toEqual(['Hot och våld'])
    expect((await sectionOf(samordnare, own)).sharedRows).toBeUndefined()
  })

  test('stand in a nämnd’s plan for as long as they do in the styrelse’s, in later years too', async () => {
    const theirs = await addControl(styrelse, plan, 'Arbetsmiljö')
    await bring(samordnare)
    const [mine] = (await sectionOf(samordnare, own)).tables.flatMap(({ rows }) => rows)
    const removal = () => removeUnit(services, samordnare, mine?.id ?? '')
    await expect(removal()).rejects.toMatchObject({ code: 'shared-row' })
    expect(await risksIn(samordnare, own)).toEqual(['Arbetsmiljö'])

    const next = await planOfNextYear(samordnare, own)
    const theirNext = await planOfNextYear(styrelse, plan)
    const [carried] = (await sectionOf(samordnare, next)).tables.flatMap(({ rows }) => rows)
    await expect(removeUnit(services, samordnare, carried?.id ?? '')).rejects.toMatchObject({ code: 'shared-row' })
    const [theirCarried] = (await sectionOf(styrelse, theirNext)).tables.flatMap(({ rows }) => rows)
    await removeUnit(services, styrelse, theirCarried?.id ?? '')
    await removeUnit(services, samordnare, carried?.id ?? '')
    expect(await risksIn(samordnare, next)).toEqual([])

    await removeUnit(services, styrelse, theirs)
    await removal()
    expect(await risksIn(samordnare, own)).toEqual([])
    expect((await sectionOf(samordnare, own)).sharedRows).toBeUndefined()
  })

  test('are taken over by nobody who may not, and not into another place', async () => {
    await addControl(styrelse, plan, 'Arbetsmiljö')
    await lock(plan)
    const revisor = await demoActor(services, 'revisor')
    const section = await sectionOf(handlaggare, own)
    const place = { reportId: own, sectionId: section.id }
    const wish = { fromId: plan, kind: COMMON }
    await expect(bringSharedRows(services, revisor, place, wish)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(bringSharedRows(services, handlaggare, place, {})).rejects.toMatchObject({ code: 'invalid-input' })
    const elsewhere = { ...place, sectionId: (await sectionOf(styrelse, plan)).id }
    await expect(bringSharedRows(services, handlaggare, elsewhere, wish)).rejects.toMatchObject({ code: 'not-found' })
    await lock(own)
    await expect(bringSharedRows(services, handlaggare, place, wish)).rejects.toMatchObject({ code: 'report-locked' })
    expect(await risksIn(handlaggare, own)).toEqual([])
  })
})
