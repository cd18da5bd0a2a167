import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '#db/testing/test-database.ts'
import type { Values } from '#editor/core/structure/field.ts'
import { rowKind } from '#editor/core/structure/row-kind.ts'
import { copyTemplate, publishTemplate, readDraft, saveDraft } from '#server/templates/drafts.ts'
import type { Actor } from '../policies/actor.ts'
import { type DemoServices, demoActor, demoReportOf, demoServices } from '../testing/demo-services.ts'
import { changeReport } from './change-report.ts'
import { findReport } from './find-report.ts'
import { makeReport } from './make-from/make-report.ts'
import { readStructure } from './read-structure.ts'
import { setValue } from './set-value.ts'

const database = testDatabase()
let services: DemoServices
let author: Actor
let templateKey: string

const kind = {
  one: 'rad',
  many: 'rader',
  heading: 'Utfall {år-1} och {år}',
  fields: [
    { type: 'text', key: 'rad', label: 'Rad' },
    { type: 'text', key: 'utfall', label: 'Utfall {år-1}' },
  ],
  start: [{ rad: 'Utfall {år}' }, { rad: 'Budget {år+1}' }],
}

beforeAll(async () => {
  services = await demoServices(database)
  author = await demoActor(services, 'handlaggare')
  const admin = await demoActor(services, 'administrator')
  const { key } = await copyTemplate(services, admin, 'namndplan')
  const { template, revision } = await readDraft(services, admin, key)
  const rows = [rowKind.parse({ key: 'fast', fixed: true, ...kind }), rowKind.parse({ key: 'fri', ...kind })]
  const sections = template.sections.map(one => (one.key === 'inledning' ? { ...one, rows } : one))
  await saveDraft(services, admin, key, { definition: { ...template, sections }, revision })
  await publishTemplate(services, admin, key)
  templateKey = key
})
afterAll(() => services.documents.close())

async function tables(reportId: string) {
  const { sections } = await readStructure(services, author, reportId)
  return sections.find(({ key }) => key === 'inledning')?.tables ?? []
}
const rowsOf = async (reportId: string): Promise<Values[][]> =>
  (await tables(reportId)).map(({ rows }) => rows.map(({ values }) => values))

test('texts that the template began with follow the report’s year and next year’s report; what is written stands', async () => {
  const id = await demoReportOf(services, author, templateKey)
  const [fixed, free] = await tables(id)
  expect(fixed?.kind.heading).toBe('Utfall 2022 och 2023')
  expect(fixed?.kind.fields[1]?.label).toBe('Utfall 2022')
  expect(await rowsOf(id)).toEqual([
    [{ rad: 'Utfall 2023' }, { rad: 'Budget 2024' }],
    [{ rad: 'Utfall 2023' }, { rad: 'Budget 2024' }],
  ])
  const give = (row: { id: string } | undefined, key: string, value: string) =>
    setValue(services, author, { of: 'unit', id: row?.id ?? '', key, value })
  await give(fixed?.rows[0], 'utfall', 'bra')
  await give(free?.rows[1], 'rad', 'Eget 2023')

  await changeReport(services, author, id, { year: 2024 })
  expect((await tables(id))[0]?.kind.heading).toBe('Utfall 2023 och 2024')
  expect(await rowsOf(id)).toEqual([
    [{ rad: 'Utfall 2024', utfall: 'bra' }, { rad: 'Budget 2025' }],
    [{ rad: 'Utfall 2024' }, { rad: 'Eget 2023' }],
  ])

  const { boardId } = await findReport(services.db, author, id, 'report.read')
  const input = { templateKey, boardId, year: 2026, diaryNumber: '', title: 'Nästa', texts: [] }
  const next = await makeReport(services, author, { ...input, sourceId: id })
  expect(await rowsOf(next.id)).toEqual([
    [{ rad: 'Utfall 2026', utfall: 'bra' }, { rad: 'Budget 2027' }],
    [{ rad: 'Utfall 2026' }, { rad: 'Eget 2023' }],
  ])
})
