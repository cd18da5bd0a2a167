import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '#db/testing/test-database.ts'
import type { DocumentNode } from '#editor/core/document-node.ts'
import type { FigureRef } from '#editor/core/figure.ts'
import { findFigures } from '../../indicators/find-figures.ts'
import { importFile } from '../../indicators/import-file.ts'
import { listPeriods } from '../../indicators/list-periods.ts'
import { readPassport } from '../../indicators/passport/read-passport.ts'
import type { Actor } from '../../policies/actor.ts'
import { type DemoServices, demoActor, demoReport, demoServices } from '../../testing/demo-services.ts'
import { checkReport } from '../check-report.ts'
import { lockReport } from '../lock-report.ts'
import { writeText } from '../make-from/testing/write-text.ts'
import { readStructure } from '../read-structure.ts'
import { updateSection } from '../update-section.ts'
import { acceptFigures } from './accept-figures.ts'

const database = testDatabase()
let services: DemoServices
let mas: Actor
let reader: Actor
let skolchef: Actor
let medicines: FigureRef

beforeAll(async () => {
  services = await demoServices(database)
  mas = await demoActor(services, 'mas')
  reader = await demoActor(services, 'revisor')
  skolchef = await demoActor(services, 'skolchef')
  const { refs } = await findFigures(services, mas, { query: 'läkemedel antal', year: 2023 })
  medicines = refs[0] as FigureRef
})
afterAll(() => services.documents.close())

const number = (ref: FigureRef, form = 'unit'): DocumentNode => ({ type: 'boundNumber', attrs: { ...ref, form } })
const text = (words: string): DocumentNode => ({ type: 'text', text: words })
const line = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content })

/** A report with one sentence about the number of deviations, and the section that it is in. */
async function reportWithNumber(form = 'unit'): Promise<{ reportId: string; sectionId: string }> {
  const reportId = await demoReport(services, mas)
  const { sections } = await readStructure(services, mas, reportId)
  const sectionId = sections.find(section => section.hasText)?.id ?? ''
  await writeText(
    services.db,
    { reportId, userId: mas.id },
    { [sectionId]: [line(text('Det var '), number(medicines, form), text(' fall.'))] },
  )
  await services.documents.fold(reportId)
  return { reportId, sectionId }
}

let files = 0
/** The demo's file with the number of deviations changed. */
async function importNumber(value: string): Promise<void> {
  const sample = await readFile(new URL('../../demo/data/avvikelser.csv', import.meta.url), 'utf8')
  const bytes = Buffer.from(sample.replace('Läkemedel,456,', `Läkemedel,${value},`))
  const upload = { source: 'avvikelser', fileName: `fil-${++files}.csv`, bytes }
  const { result } = await importFile(services, mas, { ...upload, dryRun: false })
  expect(result?.written).toBe(1)
}

const movedIn = async (reportId: string, sectionId: string) =>
  (await readStructure(services, mas, reportId)).sections.find(({ id }) => id === sectionId)?.movedFigures

const stops = async (reportId: string, rule: string) =>
  (await checkReport(services, mas, reportId)).filter(finding => finding.rule === rule && finding.level === 'stop')

describe('figures that are looked for', () => {
  test('are found by words of their name and area, with their newest result up to the year', async () => {
    const found = await findFigures(services, mas, { query: 'LÄKEMEDEL  antal', year: 2024 })
    expect(found.refs).toEqual([{ ...medicines, period: '2023' }])
    expect((await findFigures(services, mas, { query: 'läkemedel antal', year: 2022 })).refs[0]?.period).toBe('2022')
    expect((await findFigures(services, mas, { query: 'läkemedel 100%', year: 2023 })).refs).toEqual([])
    expect((await findFigures(services, mas, { query: '', year: 2023, limit: 3 })).refs).toHaveLength(3)
  })

  test('say which periods and kinds there are', async () => {
    const { indicatorId } = medicines
    expect(await listPeriods(services, mas, indicatorId)).toEqual({
      periods: ['2023', '2022'],
      kinds: ['result'],
      genders: ['T'],
    })
    expect(await listPeriods(services, skolchef, 'avvikelser/finns-inte')).toEqual({
      periods: [],
      kinds: [],
      genders: [],
    })
  })
})

describe('a figure’s passport', () => {
  test('says every place that shows it, and leaves out those of boards that the reader may not read', async () => {
    const { reportId, sectionId } = await reportWithNumber('changed')
    const { uses, figure, history } = await readPassport(services, reader, medicines)
    expect(uses.places).toContainEqual(expect.objectContaining({ reportId, sectionId, locked: false }))
    expect(uses.hidden).toBe(0)
    expect(figure).toMatchObject({ value: '456', passport: { fileName: 'avvikelser.csv' } })
    expect(history).toHaveLength(1)
    // The year before is used too, in the same sentence.
    const before = await readPassport(services, reader, { ...medicines, period: '2022' })
    expect(before.uses.places).toContainEqual(expect.objectContaining({ sectionId }))
    const elsewhere = await readPassport(services, skolchef, medicines)
    expect(elsewhere.uses.places).toEqual([])
    expect(elsewhere.uses.hidden).toBe(uses.places.length)
  })

  test('forgets a place that no longer shows it', async () => {
    const { reportId, sectionId } = await reportWithNumber()
    await writeText(services.db, { reportId, userId: mas.id }, { [sectionId]: [line(text('Inga siffror.'))] })
    await services.documents.fold(reportId)
    const { uses } = await readPassport(services, mas, medicines)
    expect(uses.places.filter(place => place.reportId === reportId)).toEqual([])
  })
})

describe('a section that is reviewed', () => {
  test('says which figure has moved since, and is not locked until that has been accepted', async () => {
    const { reportId, sectionId } = await reportWithNumber()
    await updateSection(services, mas, sectionId, { status: 'reviewed' })
    expect(await movedIn(reportId, sectionId)).toBeUndefined()
    await importNumber('500')
    const [moved] = (await movedIn(reportId, sectionId)) ?? []
    expect(moved).toMatchObject({ before: '456', after: '500' })
    expect(await stops(reportId, 'moved-figure')).toEqual([
      expect.objectContaining({ sectionId, message: expect.stringContaining('456 → 500') }),
    ])
    await expect(lockReport(services, mas, reportId)).rejects.toMatchObject({ code: 'checks-failed' })

    await expect(acceptFigures(services, reader, sectionId, { x: 1 })).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(acceptFigures(services, mas, sectionId, {})).rejects.toMatchObject({ code: 'invalid-input' })
    const seen = { [moved?.key ?? '']: moved?.observationId }
    await importNumber('501')
    // Somebody accepted 500; nobody has seen 501.
    await expect(acceptFigures(services, mas, sectionId, seen)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    const [again] = (await movedIn(reportId, sectionId)) ?? []
    await acceptFigures(services, mas, sectionId, { [again?.key ?? '']: again?.observationId })
    expect(await movedIn(reportId, sectionId)).toBeUndefined()
    expect(await stops(reportId, 'moved-figure')).toEqual([])
    await importNumber('456')
    expect((await movedIn(reportId, sectionId))?.[0]).toMatchObject({ before: '501', after: '456' })
  })

  test('watches a figure that came into it after the review, from what it was at that time', async () => {
    const { reportId, sectionId } = await reportWithNumber()
    await writeText(services.db, { reportId, userId: mas.id }, { [sectionId]: [line(text('Inget än.'))] })
    await services.documents.fold(reportId)
    await updateSection(services, mas, sectionId, { status: 'reviewed' })
    await writeText(services.db, { reportId, userId: mas.id }, { [sectionId]: [line(number(medicines))] })
    await services.documents.fold(reportId)
    expect(await movedIn(reportId, sectionId)).toBeUndefined()
    await importNumber('510')
    expect((await movedIn(reportId, sectionId))?.[0]).toMatchObject({ before: '456', after: '510' })
    // Who takes the review back is asked nothing.
    await updateSection(services, mas, sectionId, { status: 'done' })
    expect(await movedIn(reportId, sectionId)).toBeUndefined()
    await importNumber('456')
  })
})

test('a sentence whose figure is missing stops the lock, and says which it is', async () => {
  const reportId = await demoReport(services, mas)
  const sectionId = (await readStructure(services, mas, reportId)).sections.find(({ hasText }) => hasText)?.id ?? ''
  const gone = { ...medicines, period: '2019' }
  await writeText(
    services.db,
    { reportId, userId: mas.id },
    {
      [sectionId]: [
        line(text('Förra gången var det '), number(gone), text(' fall. Nu är det '), number(medicines), text('.')),
      ],
    },
  )
  await services.documents.fold(reportId)
  expect(await stops(reportId, 'missing-number')).toEqual([
    expect.objectContaining({
      sectionId,
      message: expect.stringContaining('”Förra gången var det [uppgift saknas] fall.”'),
    }),
  ])
})
