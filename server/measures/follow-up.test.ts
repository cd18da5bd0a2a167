import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '#db/testing/test-database.ts'
import { walk } from '#editor/core/document-node.ts'
import type { ResolvedReport } from '#editor/core/resolved-report.ts'
import type { Actor } from '../policies/actor.ts'
import { checkReport } from '../reports/check-report.ts'
import { findReport } from '../reports/find-report.ts'
import { makeReport } from '../reports/make-from/make-report.ts'
import { readStructure } from '../reports/read-structure.ts'
import { resolveReport } from '../reports/resolve-report.ts'
import { setValue } from '../reports/set-value.ts'
import { addUnit } from '../reports/units/add-unit.ts'
import { type DemoServices, demoActor, demoReportOf, demoServices } from '../testing/demo-services.ts'
import { listMeasures } from './list-measures.ts'
import { measureFilter } from './measure-filter.ts'

const database = testDatabase()
let services: DemoServices
let author: Actor

beforeAll(async () => {
  services = await demoServices(database)
  author = await demoActor(services, 'handlaggare')
})
afterAll(() => services.documents.close())

const resolve = async (id: string): Promise<ResolvedReport> =>
  resolveReport(services, await findReport(services.db, author, id, 'report.read'), { fresh: true })
const wordsOf = ({ sections }: ResolvedReport): string => {
  const words: string[] = []
  for (const { content } of sections) walk(content, ({ text }) => void (text && words.push(text)))
  return words.join(' ')
}

test('what came of an åtgärd is asked for once it is done, and stands in report, register and next year’s report', async () => {
  const reportId = await demoReportOf(services, author, 'internkontrollplan')
  const sectionId =
    (await readStructure(services, author, reportId)).sections.find(({ key }) => key === 'riskanalys')?.id ?? ''
  const { id } = await addUnit(services, author, { sectionId, kind: 'direkt-atgard' })
  const give = async (values: Record<string, string>) => {
    for (const [key, value] of Object.entries(values)) await setValue(services, author, { of: 'unit', id, key, value })
  }
  const asked = async () =>
    (await checkReport(services, author, reportId))
      .filter(({ rule, level }) => rule === 'required-value' && level === 'warning')
      .map(({ message }) => message)
  const inRegister = async () => {
    const { measures } = await listMeasures(services, author, measureFilter.parse({}))
    return measures.find(one => one.id === id)?.followUp
  }
  await give({ risk: 'Obehöriga', atgard: 'Ny rutin', ansvarig: 'Chef', klart: '2024-01-31', status: 'pagaende' })
  expect(await asked()).toEqual([])
  expect(wordsOf(await resolve(reportId))).not.toContain('Uppföljning')
  await give({ status: 'klar' })
  expect(await asked()).toEqual([
    '1 Riskanalys bör kompletteras: Direkta åtgärder, rad 1: Resultat, Uppföljd och Uppföljning.',
  ])
  expect(await inRegister()).toEqual({ result: null, date: null, text: null })

  await give({ resultat: 'delvis', uppfoljd: '2024-02-15', uppfoljning: 'Två enheter återstår.' })
  expect(await asked()).toEqual([])
  expect(await inRegister()).toEqual({ result: 'delvis', date: '2024-02-15', text: 'Två enheter återstår.' })
  expect(wordsOf(await resolve(reportId))).toContain('Delvis uppnådd effekt, 15 februari 2024, Två enheter återstår.')

  // What remains to be done goes on next year, with what is known of it.
  await give({ status: 'pagaende' })
  const { boardId } = await findReport(services.db, author, reportId, 'report.read')
  const input = { templateKey: 'internkontrollplan', boardId, year: 2024, diaryNumber: '', title: 'Nästa', texts: [] }
  const next = await resolve((await makeReport(services, author, { ...input, sourceId: reportId })).id)
  const rows = next.sections.flatMap(({ tables }) => tables).flatMap(table => (table.kind.measure ? table.rows : []))
  expect(rows).toMatchObject([
    { unanswered: true, values: { resultat: 'delvis', uppfoljning: 'Två enheter återstår.' } },
  ])
})
