import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '#db/testing/test-database.ts'
import { figureKey } from '#editor/core/figure.ts'
import type { Actor } from '../../policies/actor.ts'
import { lockReport } from '../../reports/lock-report.ts'
import { writeText } from '../../reports/make-from/testing/write-text.ts'
import { readStructure } from '../../reports/read-structure.ts'
import { updateSection } from '../../reports/update-section.ts'
import { type DemoServices, demoActor, demoReport, demoServices } from '../../testing/demo-services.ts'
import { differingFigures } from '../differing-figures.ts'
import { importFile } from '../import-file.ts'
import { changeIndicator } from './change-indicator.ts'
import { readIndicator } from './read-indicator.ts'

const MEDICINES = 'avvikelser/antal/lakemedel'
const NOW = { indicatorId: MEDICINES, kind: 'result', period: '2023', gender: 'T' } as const
const database = testDatabase()
let services: DemoServices
let mas: Actor
let reader: Actor

beforeAll(async () => {
  services = await demoServices(database)
  mas = await demoActor(services, 'mas')
  reader = await demoActor(services, 'revisor')
})
afterAll(() => services.documents.close())

async function importNumber(value: string): Promise<void> {
  const sample = await readFile(new URL('../../demo/data/avvikelser.csv', import.meta.url), 'utf8')
  const bytes = Buffer.from(sample.replace('Läkemedel,456,', `Läkemedel,${value},`))
  await importFile(services, mas, { source: 'avvikelser', fileName: `${value}.csv`, bytes, dryRun: false })
}

describe('an indicator of the catalogue', () => {
  test('has its figures by kind and period, newest first', async () => {
    const { rows, periods, data, mayChange } = await readIndicator(services, mas, MEDICINES)
    expect(rows).toEqual([{ kind: 'result', gender: 'T' }])
    expect(periods).toEqual(['2023', '2022'])
    expect(data.figures[figureKey(NOW)]?.value).toBe('456')
    expect(mayChange).toBe(true)
    expect((await readIndicator(services, reader, MEDICINES)).mayChange).toBe(false)
    await expect(readIndicator(services, mas, 'avvikelser/antal/finns-inte')).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('is shown as it was known at any earlier instant', async () => {
    const before = new Date()
    await importNumber('460')
    const valueAt = async (asOf?: Date) =>
      (await readIndicator(services, mas, MEDICINES, asOf && { asOf })).data.figures[figureKey(NOW)]?.value
    expect(await valueAt()).toBe('460')
    expect(await valueAt(before)).toBe('456')
    expect(await valueAt(new Date('2020-01-01'))).toBeUndefined()
    await importNumber('456')
  })

  test('is described by those who answer for figures, and every text shows what they say', async () => {
    const change = {
      definition: 'Rapporterade avvikelser i läkemedelshanteringen.',
      ownerRole: 'mas',
      rhythm: 'month',
      smallNumber: 5,
      doesNotSum: true,
      breaks: [{ period: '2023-04', note: 'ny enkät' }],
    }
    await changeIndicator(services, mas, MEDICINES, change)
    const { definition, smallNumber, doesNotSum, breaks, ...others } = change
    const entry = await readIndicator(services, reader, MEDICINES)
    expect(entry.indicator).toMatchObject({ definition, smallNumber, doesNotSum, breaks })
    expect(entry).toMatchObject(others)
    // A new file brings figures, and leaves what people have said.
    await importNumber('461')
    expect((await readIndicator(services, mas, MEDICINES)).indicator).toMatchObject({ definition, breaks })
    await importNumber('456')
  })

  test.each<[string, object]>([
    ['definition', { definition: 'x'.repeat(2001) }],
    ['smallNumber', { smallNumber: 1 }],
    ['smallNumber', { smallNumber: Number.NaN }],
    ['breaks', { breaks: [{ period: 'april', note: 'ny enkät' }] }],
    ['breaks', { breaks: [{ period: '2023', note: '' }] }],
    ['ownerRole', { ownerRole: 'kung' }],
    ['change', {}],
  ])('is not changed where %s is wrong: %j', async (field, change) => {
    const before = await readIndicator(services, mas, MEDICINES)
    await expect(changeIndicator(services, mas, MEDICINES, change)).rejects.toMatchObject({
      code: 'invalid-input',
      fields: { [field]: 'required' },
    })
    expect(await readIndicator(services, mas, MEDICINES)).toEqual(before)
  })

  test('is changed by nobody who only reads', async () => {
    const change = changeIndicator(services, reader, MEDICINES, { definition: 'Något annat.' })
    await expect(change).rejects.toMatchObject({ code: 'not-allowed' })
  })
})

test('a figure that a locked report has another value of than the source is listed, with both', async () => {
  const reportId = await demoReport(services, mas)
  const { sections } = await readStructure(services, mas, reportId)
  for (const { id, required } of sections)
    if (required !== 'no') await updateSection(services, mas, id, { notApplicableReason: 'Görs inte i kommunen.' })
  const sectionId = sections.find(({ hasText, required }) => hasText && required === 'no')?.id ?? ''
  await writeText(
    services.db,
    { reportId, userId: mas.id },
    { [sectionId]: [{ type: 'paragraph', content: [{ type: 'boundNumber', attrs: { ...NOW, form: 'unit' } }] }] },
  )
  await services.documents.fold(reportId)
  expect(await differingFigures(services, reader)).toEqual([])
  await lockReport(services, mas, reportId)
  expect(await differingFigures(services, reader)).toEqual([])
  await importNumber('470')
  const [differing, ...others] = await differingFigures(services, reader)
  expect(others).toEqual([])
  expect(differing?.ref).toEqual(NOW)
  expect(differing?.values).toEqual([
    { value: '456', isNewest: false, reports: [expect.objectContaining({ id: reportId, locked: true })] },
  ])
  // An open report that shows it has the newest.
  const open = await demoReport(services, mas)
  const place = (await readStructure(services, mas, open)).sections.find(({ hasText }) => hasText)?.id ?? ''
  await writeText(
    services.db,
    { reportId: open, userId: mas.id },
    { [place]: [{ type: 'paragraph', content: [{ type: 'boundNumber', attrs: { ...NOW, form: 'unit' } }] }] },
  )
  await services.documents.fold(open)
  expect((await differingFigures(services, reader))[0]?.values.map(({ value, isNewest }) => [value, isNewest])).toEqual(
    [
      ['470', true],
      ['456', false],
    ],
  )
  expect(await differingFigures(services, await demoActor(services, 'skolchef'))).toEqual([])
})
