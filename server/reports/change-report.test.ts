import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { report } from '#db/schema/report.ts'
import { structureChange } from '#db/schema/structure-change.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { subscribe } from '../events.ts'
import type { Actor } from '../policies/actor.ts'
import { type DemoServices, demoActor, demoReport, demoServices } from '../testing/demo-services.ts'
import { changeReport } from './change-report.ts'
import { checkReport } from './check-report.ts'
import { makeReport } from './make-from/make-report.ts'
import { paragraph, writeText } from './make-from/testing/write-text.ts'
import { readStructure } from './read-structure.ts'

const database = testDatabase()
let services: DemoServices
let mas: Actor
let id: string

beforeAll(async () => {
  services = await demoServices(database)
  mas = await demoActor(services, 'mas')
})
beforeEach(async () => {
  id = await demoReport(services, mas)
})
afterAll(() => services.documents.close())

const about = async (reportId = id) => (await readStructure(services, mas, reportId)).report

describe('what a report is called', () => {
  test('is changed part by part, stands in the history, and can be taken back', async () => {
    const { before } = await changeReport(services, mas, id, { title: '  Berättelsen  ', diaryNumber: 'VON/2025:1' })
    expect(await about()).toMatchObject({ title: 'Berättelsen', diaryNumber: 'VON/2025:1', year: 2023 })
    await changeReport(services, mas, id, { diaryNumber: '' })
    expect((await about()).diaryNumber).toBeNull()
    await changeReport(services, mas, id, { title: before.title, diaryNumber: before.diaryNumber })
    expect(await about()).toMatchObject({ title: 'Patientsäkerhetsberättelse 2023', diaryNumber: 'VON/2024:18' })
    const log = await services.db
      .select()
      .from(structureChange)
      .where(eq(structureChange.reportId, id))
      .orderBy(asc(structureChange.seq))
    expect(log.map(({ holderId, field, before: was, after }) => [holderId, field, was, after])).toEqual([
      [null, 'title', 'Patientsäkerhetsberättelse 2023', 'Berättelsen'],
      [null, 'diaryNumber', 'VON/2024:18', 'VON/2025:1'],
      [null, 'diaryNumber', 'VON/2025:1', null],
      [null, 'title', 'Berättelsen', 'Patientsäkerhetsberättelse 2023'],
      [null, 'diaryNumber', null, 'VON/2024:18'],
    ])
  })

  test('is told to those who have it open', async () => {
    const heard: unknown[] = []
    const stop = await subscribe(
      database.sql,
      event => heard.push(event),
      () => {},
    )
    await changeReport(services, mas, id, { title: 'En annan' })
    await expect.poll(() => heard).toContainEqual({ type: 'structure', reportId: id })
    await stop()
  })

  test('holds, or is refused by field and nothing is changed', async () => {
    const was = await about()
    const refused = (input: unknown) =>
      changeReport(services, mas, id, input).then(
        () => null,
        ({ fields }) => fields,
      )
    expect(await refused({ title: '  ' })).toEqual({ title: 'required' })
    expect(await refused({ title: 'x'.repeat(201), year: 1999 })).toEqual({ title: 'range', year: 'range' })
    expect(await refused({ year: null })).toEqual({ year: 'required' })
    expect(await refused({ diaryNumber: 'fel' })).toEqual({ diaryNumber: 'pattern' })
    expect(await refused({ deadline: '2024-02-30' })).toEqual({ deadline: 'required' })
    expect(await refused({ title: 'Ny', lockedAt: null })).not.toBeNull()
    expect(await refused({})).not.toBeNull()
    expect(await about()).toEqual(was)
  })

  test('is changed by those who manage the report, and by nobody once it is locked', async () => {
    const revisor = await demoActor(services, 'revisor')
    await expect(changeReport(services, revisor, id, { title: 'Ny' })).rejects.toMatchObject({ code: 'not-allowed' })
    await services.db.update(report).set({ lockedAt: new Date(), lockedBy: mas.id }).where(eq(report.id, id))
    await expect(changeReport(services, mas, id, { title: 'Ny' })).rejects.toMatchObject({ code: 'report-locked' })
  })
})

describe('another year', () => {
  test('moves the day that the law set, and back, but not one that people chose', async () => {
    expect(await changeReport(services, mas, id, { year: 2024 })).toEqual({
      deadline: '2025-03-01',
      before: {
        title: 'Patientsäkerhetsberättelse 2023',
        year: 2023,
        diaryNumber: 'VON/2024:18',
        deadline: '2024-03-01',
      },
    })
    expect((await changeReport(services, mas, id, { year: 2023 })).deadline).toBe('2024-03-01')
    await changeReport(services, mas, id, { deadline: '2024-02-01' })
    expect((await changeReport(services, mas, id, { year: 2024 })).deadline).toBe('2024-02-01')
    expect((await changeReport(services, mas, id, { year: 2025, deadline: null })).deadline).toBeNull()
  })

  test('is looked for anew in text from an earlier report, and is not before that one’s', async () => {
    const { sections } = await readStructure(services, mas, id)
    const section = sections.find(({ key }) => key === 'inledning')
    await writeText(
      services.db,
      { reportId: id, userId: mas.id },
      { [section?.id ?? '']: [paragraph('Så var det under 2024.')] },
    )
    const { boardId } = (await services.db.select().from(report).where(eq(report.id, id)))[0] ?? { boardId: '' }
    const next = await makeReport(services, mas, {
      sourceId: id,
      templateKey: 'patientsakerhetsberattelse',
      boardId,
      year: 2024,
      diaryNumber: '',
      title: 'Nästa',
      texts: ['inledning'],
    })
    const stale = async () =>
      (await checkReport(services, mas, next.id)).filter(({ rule }) => rule === 'stale-year').length
    expect(await stale()).toBe(0)
    await changeReport(services, mas, next.id, { year: 2026 })
    expect(await stale()).toBe(1)
    await expect(changeReport(services, mas, next.id, { year: 2022 })).rejects.toMatchObject({
      fields: { year: 'before-source' },
    })
  })
})
