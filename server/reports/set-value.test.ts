import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { structureChange } from '#db/schema/structure-change.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import type { SectionStructure } from '#editor/core/report-page.ts'
import type { Actor } from '../policies/actor.ts'
import { type DemoServices, demoActor, demoReportOf, demoServices } from '../testing/demo-services.ts'
import { checkReport } from './check-report.ts'
import { findReport } from './find-report.ts'
import { readStructure } from './read-structure.ts'
import { resolveReport } from './resolve-report.ts'
import { setValue } from './set-value.ts'
import { addUnit } from './units/add-unit.ts'
import { updateSection } from './update-section.ts'

const database = testDatabase()
let services: DemoServices
let author: Actor
let manager: Actor
let revisor: Actor

beforeAll(async () => {
  services = await demoServices(database)
  author = await demoActor(services, 'handlaggare')
  manager = await demoActor(services, 'forvaltningschef')
  revisor = await demoActor(services, 'revisor')
})
afterAll(() => services.documents.close())

const find = async (reportId: string, key: string): Promise<SectionStructure> => {
  const found = (await readStructure(services, author, reportId)).sections.find(section => section.key === key)
  if (!found) throw new Error(`no section ${key}`)
  return found
}

async function recommendation(): Promise<{ reportId: string; unit: string }> {
  const reportId = await demoReportOf(services, author, 'revisionssvar')
  const sectionId = (await find(reportId, 'rekommendationer-och-svar')).id
  return { reportId, unit: (await addUnit(services, author, { sectionId, kind: 'rekommendation' })).id }
}

describe('a field', () => {
  test('keeps what it was given, says who changed it and what stood there', async () => {
    const { reportId, unit } = await recommendation()
    const give = (value: string) => setValue(services, author, { of: 'unit', id: unit, key: 'installning', value })
    await give('instammer')
    await give('delvis')
    const { values, changes } = await find(reportId, 'rekommendation')
    expect(values).toEqual({ installning: 'delvis' })
    expect(changes.installning).toMatchObject({ by: author.name, before: 'instammer' })
    await give('')
    expect((await find(reportId, 'rekommendation')).values).toEqual({})
  })

  test('begins an empty section once, and leaves one that is done as it is', async () => {
    const { reportId, unit } = await recommendation()
    const give = (value: string) => setValue(services, author, { of: 'unit', id: unit, key: 'installning', value })
    const status = async () => (await find(reportId, 'rekommendation')).status
    await give('')
    expect(await status()).toBe('empty')
    await Promise.all([give('instammer'), give('delvis')])
    expect(await status()).toBe('draft')
    const section = { id: (await find(reportId, 'rekommendation')).id }
    const begun = await services.db.select().from(structureChange).where(eq(structureChange.holderId, section.id))
    expect(begun.map(({ field, after }) => ({ field, after }))).toEqual([{ field: 'status', after: 'draft' }])
    await updateSection(services, author, section.id, { status: 'done' })
    await give('instammer')
    expect(await status()).toBe('done')
  })

  test('two people who fill in different fields at once both win', async () => {
    const { reportId, unit } = await recommendation()
    const texts = { installning: 'instammer', motivering: 'Rutinen saknas.', rekommendation: 'Inför kontroll.' }
    await Promise.all(
      Object.entries(texts).map(([key, value], index) =>
        setValue(services, index % 2 ? manager : author, { of: 'unit', id: unit, key, value }),
      ),
    )
    expect((await find(reportId, 'rekommendation')).values).toEqual(texts)
  })

  test('refuses what is none of its kind, and leaves everything as it was', async () => {
    const reportId = await demoReportOf(services, author, 'revisionssvar')
    const give = (key: string, value: string) => setValue(services, author, { of: 'report', id: reportId, key, value })
    await give('svar-senast', '2025-06-30')
    await expect(give('svar-senast', '2025-06-31')).rejects.toMatchObject({ fields: { value: 'date' } })
    await expect(give('samlat-svar', 'kanske')).rejects.toMatchObject({ fields: { value: 'choice' } })
    await expect(give('finns-inte', 'x')).rejects.toMatchObject({ code: 'not-found' })
    expect((await readStructure(services, author, reportId)).report.values).toEqual({ 'svar-senast': '2025-06-30' })
  })

  test('what is quoted is changed as a correction only, by those who manage the report', async () => {
    const { reportId, unit } = await recommendation()
    const quote = (actor: Actor, value: string, correct = false) =>
      setValue(services, actor, { of: 'unit', id: unit, key: 'rekommendation', value, correct })
    await quote(author, 'Nämnden bör inför kontroll.')
    await expect(quote(author, 'Något annat.')).rejects.toMatchObject({ code: 'value-sealed' })
    await expect(quote(author, '')).rejects.toMatchObject({ code: 'value-sealed' })
    await quote(author, 'Nämnden bör införa kontroll.', true)
    expect((await find(reportId, 'rekommendation')).values.rekommendation).toBe('Nämnden bör införa kontroll.')
  })

  test('is filled in by those who may write there', async () => {
    const { reportId, unit } = await recommendation()
    const input = { of: 'unit' as const, id: unit, key: 'motivering', value: 'Nej' }
    await expect(setValue(services, revisor, input)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(
      setValue(services, revisor, { of: 'report', id: reportId, key: 'granskning', value: 'x' }),
    ).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test('a reference names a report of the same organisation', async () => {
    const plan = await demoReportOf(services, author, 'internkontrollplan')
    const namndplan = await demoReportOf(services, author, 'namndplan')
    const { fields, id } = await find(namndplan, 'bilaga-internkontrollplan')
    const key = fields.find(field => field.type === 'report')?.key ?? ''
    const give = (value: string) => setValue(services, author, { of: 'section', id, key, value })
    await expect(give(namndplan)).rejects.toMatchObject({ fields: { value: 'report' } })
    await expect(give('annan')).rejects.toMatchObject({ fields: { value: 'report' } })
    await give(plan)
    const row = await findReport(database.db, author, namndplan, 'report.read')
    const { sections } = await resolveReport(services, row, { fresh: false })
    expect(JSON.stringify(sections.find(section => section.id === id)?.content)).toContain('internkontrollplan')
  })
})

test('what is asked for and missing is named, where another field asks for it too', async () => {
  const { reportId, unit } = await recommendation()
  await setValue(services, author, { of: 'unit', id: unit, key: 'installning', value: 'instammer-ej' })
  const messages = (await checkReport(services, author, reportId)).map(finding => finding.message)
  expect(messages.find(message => message.startsWith('4.1 Rekommendation 1 saknar'))).toContain(
    'Revisorernas rekommendation och Motivering',
  )
  expect(messages.find(message => message.startsWith('Uppgifter om rapporten saknas'))).toContain('Granskning')
})
