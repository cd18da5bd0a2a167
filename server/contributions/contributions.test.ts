import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { report } from '#db/schema/report.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import type { ReportStructure, SectionStructure } from '#editor/core/report-page.ts'
import type { Actor } from '../policies/actor.ts'
import { findReport } from '../reports/find-report.ts'
import { makeReport } from '../reports/make-from/make-report.ts'
import { paragraph, writeText } from '../reports/make-from/testing/write-text.ts'
import { readReport } from '../reports/read-report.ts'
import { readStructure } from '../reports/read-structure.ts'
import { setValue } from '../reports/set-value.ts'
import { addUnit } from '../reports/units/add-unit.ts'
import { updateSection } from '../reports/update-section.ts'
import { type DemoServices, demoActor, demoReport, demoServices } from '../testing/demo-services.ts'
import { readLastPeriod } from './read-last-period.ts'
import { readOwnStructure } from './read-own-structure.ts'

const database = testDatabase()
let services: DemoServices
let mas: Actor
let chief: Actor

beforeAll(async () => {
  services = await demoServices(database)
  mas = await demoActor(services, 'mas')
  chief = await demoActor(services, 'enhetschef')
})
afterAll(() => services.documents.close())

const PLAN = 'mal-strategier-och-utmaningar-for-kommande-ar'
const at = ({ sections }: ReportStructure, key: string): SectionStructure => {
  const found = sections.find(section => section.key === key)
  if (!found) throw new Error(`no section ${key}`)
  return found
}
const structureOf = (reportId: string): Promise<ReportStructure> => readStructure(services, mas, reportId)

/** A report with words in two sections and a measure in a third. */
async function written(): Promise<{ reportId: string; rowId: string }> {
  const reportId = await demoReport(services, mas)
  const structure = await structureOf(reportId)
  await writeText(
    services.db,
    { reportId, userId: mas.id },
    {
      [at(structure, 'sammanfattning').id]: [paragraph('Enhetens sammanfattning.')],
      [at(structure, 'inledning').id]: [paragraph('Hemligt för andra.')],
    },
  )
  const { id: rowId } = await addUnit(services, mas, { sectionId: at(structure, PLAN).id, kind: 'handlingsplan' })
  for (const [key, value] of [
    ['atgard', 'Utbilda'],
    ['klart', '2031-05-31'],
    ['status', 'pagaende'],
  ])
    await setValue(services, mas, { of: 'unit', id: rowId, key, value })
  await services.documents.fold(reportId)
  return { reportId, rowId }
}

async function following(sourceId: string): Promise<string> {
  const { boardId } = await findReport(services.db, mas, sourceId, 'report.read')
  const input = { templateKey: 'patientsakerhetsberattelse', boardId, year: 2024, diaryNumber: '', title: 'Nästa' }
  return (await makeReport(services, mas, { ...input, sourceId, texts: [] })).id
}

describe('a contributor’s part of a report', () => {
  test('has the sections given to them or their role, and nothing that others wrote', async () => {
    const { reportId } = await written()
    const structure = await structureOf(reportId)
    await updateSection(services, mas, at(structure, 'sammanfattning').id, { ownerId: chief.id })
    await updateSection(services, mas, at(structure, PLAN).id, { ownerRole: 'bidragsgivare' })
    await setValue(services, mas, { of: 'report', id: reportId, key: 'handlingsplan', value: 'Nationell plan' })
    const own = await readOwnStructure(services, chief, reportId)
    expect(own.sections.map(({ key }) => key)).toEqual(['sammanfattning', PLAN])
    expect(own.sections.every(({ mayWrite, maySetStatus }) => mayWrite && maySetStatus)).toBe(true)
    const page = await readReport(services, chief, reportId, { own: true })
    expect(page.sections.map(({ html }) => html)).toEqual([
      expect.stringContaining('Enhetens sammanfattning.'),
      expect.any(String),
    ])
    for (const sent of [own, page]) {
      expect(JSON.stringify(sent)).not.toContain('Hemligt för andra.')
      expect(JSON.stringify(sent)).not.toContain('Nationell plan')
      expect(JSON.stringify(sent)).not.toContain(at(structure, 'inledning').id)
    }
  })

  test('is empty for who has nothing, has no tools of the whole for who has all rights, and is nobody’s elsewhere', async () => {
    const { reportId } = await written()
    expect((await readOwnStructure(services, chief, reportId)).sections).toEqual([])
    const own = await readOwnStructure(services, mas, reportId)
    expect(own.may).toEqual({
      write: true,
      manage: false,
      lockSections: false,
      lock: false,
      export: false,
      archive: false,
    })
    const stranger = { ...chief, grants: [] }
    await expect(readOwnStructure(services, stranger, reportId)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('the last time', () => {
  test('has values by field, rows by what they continue, and texts; of one’s own sections alone', async () => {
    const { reportId: sourceId, rowId } = await written()
    const reportId = await following(sourceId)
    const now = await structureOf(reportId)
    const carried = at(now, PLAN).tables.flatMap(({ rows }) => rows)[0]
    expect(carried?.id).not.toBe(rowId)
    const last = await readLastPeriod(services, chief, reportId, [at(now, 'sammanfattning'), at(now, PLAN)])
    expect(last).toMatchObject({ reportId: sourceId, year: 2023 })
    expect(last?.values[carried?.id ?? '']).toMatchObject({ atgard: 'Utbilda', status: 'pagaende' })
    expect(Object.keys(last?.texts ?? {})).toEqual([at(now, 'sammanfattning').id])
    expect(JSON.stringify(last)).toContain('Enhetens sammanfattning.')
    expect(JSON.stringify(last)).not.toContain('Hemligt för andra.')
  })

  test('is the nearest earlier report of the board and type where the report was made from none', async () => {
    const { reportId: sourceId } = await written()
    const reportId = await demoReport(services, mas)
    await services.db.update(report).set({ year: 2025 }).where(eq(report.id, reportId))
    const { sections } = await structureOf(reportId)
    expect((await readLastPeriod(services, chief, reportId, sections))?.year).toBeLessThan(2025)
    await services.db.update(report).set({ year: 2022 }).where(eq(report.id, sourceId))
    await services.db.update(report).set({ year: 2021 }).where(eq(report.id, reportId))
    expect(await readLastPeriod(services, chief, reportId, sections)).toBeNull()
  })

  test('of a report that one may not read is not shown', async () => {
    const { reportId: sourceId } = await written()
    const reportId = await following(sourceId)
    const { sections } = await structureOf(reportId)
    const boards = await services.db.query.board.findMany()
    const { boardId } = await findReport(services.db, mas, sourceId, 'report.read')
    const elsewhere = boards.find(({ id }) => id !== boardId)?.id ?? ''
    await services.db.update(report).set({ boardId: elsewhere }).where(eq(report.id, sourceId))
    expect(await readLastPeriod(services, chief, reportId, sections)).toBeNull()
  })
})
