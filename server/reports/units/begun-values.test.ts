import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '#db/testing/test-database.ts'
import type { Actor } from '../../policies/actor.ts'
import { type DemoServices, demoActor, demoReportOf, demoServices } from '../../testing/demo-services.ts'
import { listBoards } from '../list-boards.ts'
import { makeReport } from '../make-from/make-report.ts'
import { readStructure } from '../read-structure.ts'
import { setValue } from '../set-value.ts'
import { addUnit } from './add-unit.ts'

const BOARD = 'Vård- och omsorgsnämnden'
const database = testDatabase()
let services: DemoServices
let author: Actor

beforeAll(async () => {
  services = await demoServices(database)
  author = await demoActor(services, 'handlaggare')
})
afterAll(() => services.documents.close())

async function decisionOf(reportId: string) {
  const { sections } = await readStructure(services, author, reportId)
  const section = sections.find(({ key }) => key === 'forslag-till-beslut')
  const rows = section?.tables.find(({ kind }) => kind.key === 'att-sats')?.rows ?? []
  return { sectionId: section?.id ?? '', rows }
}
const organs = async (reportId: string) => (await decisionOf(reportId)).rows.map(({ values }) => values.organ)

async function write(reportId: string, at: number, value: string): Promise<void> {
  const { rows } = await decisionOf(reportId)
  await setValue(services, author, { of: 'unit', id: rows[at]?.id, key: 'organ', value })
}

test('an att-sats begins with the nämnd of its report, or as the one before it; what is written or emptied stands', async () => {
  const reportId = await demoReportOf(services, author, 'tjansteskrivelse')
  const { sectionId } = await decisionOf(reportId)
  const add = () => addUnit(services, author, { sectionId, kind: 'att-sats' })
  await add()
  expect(await organs(reportId)).toEqual([BOARD])
  await write(reportId, 0, 'Kommunfullmäktige')
  await add()
  expect(await organs(reportId)).toEqual(['Kommunfullmäktige', 'Kommunfullmäktige'])
  await write(reportId, 1, '')
  await add()
  expect(await organs(reportId)).toEqual(['Kommunfullmäktige', undefined, BOARD])
})

test('so do those that a report begins with, and next year’s keep what was written', async () => {
  const reportId = await demoReportOf(services, author, 'revisionssvar')
  expect(await organs(reportId)).toEqual([BOARD, BOARD])
  await write(reportId, 1, 'Kommunfullmäktige')
  await write(reportId, 0, '')
  const board = (await listBoards(services, author)).find(({ mayCreate }) => mayCreate)
  const { id } = await makeReport(services, author, {
    templateKey: 'revisionssvar',
    sourceId: reportId,
    boardId: board?.id ?? '',
    year: 2024,
    diaryNumber: '',
    title: 'Nästa svar',
    texts: [],
  })
  expect(await organs(id)).toEqual([BOARD, 'Kommunfullmäktige'])
})
