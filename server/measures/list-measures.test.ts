import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { board } from '#db/schema/organisation.ts'
import { report, reportSection, reportUnit } from '#db/schema/report.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import type { Actor } from '../policies/actor.ts'
import { readStructure } from '../reports/read-structure.ts'
import { setValue } from '../reports/set-value.ts'
import { addUnit } from '../reports/units/add-unit.ts'
import { removeUnit } from '../reports/units/remove-unit.ts'
import { type DemoServices, demoActor, demoReportOf, demoServices } from '../testing/demo-services.ts'
import { addDays, today } from '../today.ts'
import { listMeasures } from './list-measures.ts'
import { measureChoices } from './measure-choices.ts'
import { measureFilter } from './measure-filter.ts'

const database = testDatabase()
let services: DemoServices
let author: Actor
let contributor: Actor

beforeAll(async () => {
  services = await demoServices(database)
  author = await demoActor(services, 'handlaggare')
  contributor = await demoActor(services, 'enhetschef')
})
afterAll(() => services.documents.close())
beforeEach(() => database.db.update(reportUnit).set({ removedAt: new Date() }))

const list = (asked: object = {}, actor = author) => listMeasures(services, actor, measureFilter.parse(asked))
const texts = async (asked: object = {}, actor = author) => (await list(asked, actor)).measures.map(({ text }) => text)

const day = (days: number): string => addDays(today(), days)

interface Given {
  text: string
  due?: string
  status?: string
  role?: string
}

/** A report whose plan has these åtgärder, entered as people do it. */
async function plan(...given: Given[]): Promise<{ reportId: string; sectionId: string; ids: string[] }> {
  const reportId = await demoReportOf(services, author, 'internkontrollplan')
  const { sections } = await readStructure(services, author, reportId)
  const sectionId = sections.find(({ key }) => key === 'riskanalys')?.id ?? ''
  const ids: string[] = []
  for (const { text, due = '', status = '', role = '' } of given) {
    const { id } = await addUnit(services, author, { sectionId, kind: 'direkt-atgard' })
    const values = { atgard: text, klart: due, status, ansvarig: role }
    for (const [key, value] of Object.entries(values)) await setValue(services, author, { of: 'unit', id, key, value })
    ids.push(id)
  }
  return { reportId, sectionId, ids }
}

test('overdue ones come first, then by day, then without one; closed ones last', async () => {
  await plan(
    { text: 'utan datum' },
    { text: 'klar', due: day(-50), status: 'klar' },
    { text: 'sedan', due: day(60), status: 'ej-paborjad' },
    { text: 'i dag', due: day(0), status: 'pagaende' },
    { text: 'sen', due: day(-1), status: 'pagaende' },
    { text: 'senare än sen', due: day(-2) },
  )
  const found = await list()
  expect(found.measures.map(({ text }) => text)).toEqual([
    'senare än sen',
    'sen',
    'i dag',
    'sedan',
    'utan datum',
    'klar',
  ])
  expect(found.measures.map(({ overdue }) => overdue)).toEqual([true, true, false, false, false, false])
  expect(found).toMatchObject({ count: 6, overdue: 2, page: 1, pageCount: 1 })
})

describe('a filter', () => {
  beforeEach(async () => {
    await plan(
      { text: 'Se över ÄRENDETS rutin', due: day(-3), status: 'pagaende', role: 'Enhetschef SÄBO' },
      { text: 'Utbilda 50 % av personalen', due: day(30), status: 'ej-paborjad', role: 'MAS' },
      { text: 'Utbilda alla', due: day(31), role: 'MAS' },
      { text: 'Ingen dag än', status: 'avbruten' },
    )
  })

  test.each([
    [{ due: 'overdue' }, ['Se över ÄRENDETS rutin']],
    [{ due: 'soon' }, ['Utbilda 50 % av personalen']],
    [{ due: 'later' }, ['Utbilda alla']],
    [{ due: 'none' }, ['Ingen dag än']],
    [{ status: 'open' }, ['Se över ÄRENDETS rutin', 'Utbilda 50 % av personalen', 'Utbilda alla']],
    [{ status: 'none' }, ['Utbilda alla']],
    [{ status: 'avbruten' }, ['Ingen dag än']],
    [{ role: 'säbo' }, ['Se över ÄRENDETS rutin']],
    [{ search: 'ärendets' }, ['Se över ÄRENDETS rutin']],
    [{ search: 'erendets' }, []],
    [{ search: 'UTBILDA mas' }, ['Utbilda 50 % av personalen', 'Utbilda alla']],
    [{ search: '50 %' }, ['Utbilda 50 % av personalen']],
    [{ search: 'rutin_' }, []],
    [{ search: 'internkontrollplan rutin' }, ['Se över ÄRENDETS rutin']],
    [{ templateKey: 'revisionssvar' }, []],
    [{ boardId: 'ingen', due: 'snart', status: 'x', page: '0', search: 'rutin' }, ['Se över ÄRENDETS rutin']],
  ])('%j', async (asked, expected) => {
    expect(await texts(asked)).toEqual(expected)
  })

  test('of a board that the person may not read finds nothing', async () => {
    const other = await services.db.query.board.findFirst({ where: eq(board.name, 'Kommunstyrelsen') })
    expect(await texts({ boardId: other?.id })).toEqual([])
  })

  test('is offered the roles and document types that there are', async () => {
    expect(await measureChoices(services, author)).toMatchObject({
      templates: [{ key: 'internkontrollplan', name: 'Internkontrollplan' }],
      roles: ['Enhetschef SÄBO', 'MAS'],
      boards: [{ name: 'Vård- och omsorgsnämnden' }],
    })
  })
})

test('a page after the last is the last', async () => {
  const { ids } = await plan({ text: 'en' })
  const [row] = await services.db
    .select()
    .from(reportUnit)
    .where(eq(reportUnit.id, ids[0] ?? ''))
  if (!row) throw new Error('no row')
  const copies = Array.from({ length: 60 }, (_, n) => {
    const { id: _id, lineageId: _lineage, ...rest } = row
    return { ...rest, lineageId: crypto.randomUUID(), values: { atgard: `nr ${n}`, klart: day(n) } }
  })
  await services.db.insert(reportUnit).values(copies)
  const last = await list({ page: 99 })
  expect(last).toMatchObject({ count: 61, page: 2, pageCount: 2 })
  expect(last.measures).toHaveLength(11)
})

describe('the register', () => {
  test('leaves out what was removed, and shows of one that goes on only the latest', async () => {
    const first = await plan({ text: 'förra året' }, { text: 'borttagen' })
    await removeUnit(services, author, first.ids[1] ?? '')
    const second = await plan({ text: 'i år' })
    await services.db.update(report).set({ madeFrom: first.reportId }).where(eq(report.id, second.reportId))
    expect(await texts()).toEqual(['förra året', 'i år'])
    await services.db
      .update(reportUnit)
      .set({ lineageId: first.ids[0] })
      .where(eq(reportUnit.id, second.ids[0] ?? ''))
    expect(await texts()).toEqual(['i år'])
    expect(await list()).toMatchObject({ count: 1 })
  })

  test('is empty for another board’s people and another organisation’s', async () => {
    await plan({ text: 'hemlig' })
    const elsewhere: Actor = { ...author, grants: [{ boardId: crypto.randomUUID(), role: 'mas' }] }
    expect(await texts({}, elsewhere)).toEqual([])
    expect(await texts({}, { ...author, organisationId: crypto.randomUUID() })).toEqual([])
  })

  test('says what the person may change: a contributor only in a section of their own', async () => {
    const { sectionId, ids, reportId } = await plan({ text: 'min' })
    const mayWrite = async (actor: Actor) => (await list({}, actor)).measures.map(one => one.mayWrite)
    expect(await mayWrite(author)).toEqual([true])
    expect(await mayWrite(contributor)).toEqual([false])
    await services.db.update(reportSection).set({ ownerId: contributor.id }).where(eq(reportSection.id, sectionId))
    expect(await mayWrite(contributor)).toEqual([true])
    await setValue(services, contributor, { of: 'unit', id: ids[0], key: 'status', value: 'klar' })
    expect((await list()).measures[0]).toMatchObject({ status: 'klar', reportId, sectionId })
    await services.db.update(report).set({ lockedAt: new Date() }).where(eq(report.id, reportId))
    expect(await mayWrite(author)).toEqual([false])
  })
})
