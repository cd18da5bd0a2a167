import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '#db/testing/test-database.ts'
import type { SectionStructure } from '#editor/core/report-page.ts'
import type { Actor } from '../../../policies/actor.ts'
import { checkReport } from '../../../reports/check-report.ts'
import { readStructure } from '../../../reports/read-structure.ts'
import { setValue } from '../../../reports/set-value.ts'
import { addUnit } from '../../../reports/units/add-unit.ts'
import { type DemoServices, demoActor, demoReportOf, demoServices } from '../../../testing/demo-services.ts'

const database = testDatabase()
let services: DemoServices
let author: Actor

beforeAll(async () => {
  services = await demoServices(database)
  author = await demoActor(services, 'handlaggare')
})
afterAll(() => services.documents.close())

const find = async (reportId: string, key: string): Promise<SectionStructure> => {
  const found = (await readStructure(services, author, reportId)).sections.find(section => section.key === key)
  if (!found) throw new Error(`no section ${key}`)
  return found
}
const give = async (of: 'report' | 'section' | 'unit', id: string, values: Record<string, string>): Promise<void> => {
  for (const [key, value] of Object.entries(values)) await setValue(services, author, { of, id, key, value })
}
const findings = async (reportId: string): Promise<[string, string][]> =>
  (await checkReport(services, author, reportId))
    .filter(({ rule }) => rule === 'field-bounds' || rule === 'row-needs')
    .map(({ level, message }) => [level, message])

test('a kontrollmoment: counts that cannot be stop the lock, dates out of order warn, deviations ask for an åtgärd', async () => {
  const id = await demoReportOf(services, author, 'internkontrollrapport')
  const particulars = await find(id, 'uppgifter-om-kontrollen')
  await give('section', particulars.id, { kontrollperiod: '2023', 'kontroll-utford': '2023-11-30' })
  const sectionId = (await find(id, 'redovisning-per-kontrollmoment')).id
  const unit = (await addUnit(services, author, { sectionId, kind: 'kontrollmoment' })).id
  await give('unit', unit, { moment: 'Loggar', urvalsstorlek: '20', 'antal-avvikelser': '3', 'varav-allvarliga': '4' })
  expect(await findings(id)).toEqual([
    [
      'warning',
      '1 Uppgifter om kontrollen: Kontrollen utförd (30 november 2023) är för tidigt mot Kontrollperiod (2023): tidigast 31 december 2023. Rätta den uppgift som är fel.',
    ],
    [
      'stop',
      '3.1 Loggar: Varav allvarliga (4) får inte vara större än Antal avvikelser (3). Rätta den uppgift som är fel.',
    ],
    [
      'stop',
      '3.1 Loggar: Antal avvikelser (3) kräver minst en rad under ”Vidtagna åtgärder” eller ”Föreslagna åtgärder”, med Ansvarig roll och Genomförd eller Klart senast.',
    ],
  ])

  await give('section', particulars.id, { 'kontroll-utford': '2023-12-31' })
  await give('unit', unit, { 'varav-allvarliga': '3' })
  const list = (await find(id, 'forslag-till-atgarder')).id
  const row = (await addUnit(services, author, { sectionId: list, kind: 'planerad-atgard' })).id
  await give('unit', row, { atgard: 'Ny rutin', ansvarig: 'Enhetschef' })
  expect(await findings(id)).toHaveLength(1)
  await give('unit', row, { start: '2024-06-01', klart: '2024-05-31' })
  expect(await findings(id)).toEqual([
    [
      'warning',
      '3.1.4 Föreslagna åtgärder, rad 1: Startar (1 juni 2024) är för sent mot Klart senast (31 maj 2024): senast 31 maj 2024. Rätta den uppgift som är fel.',
    ],
  ])
  await give('unit', row, { klart: '2024-06-01' })
  expect(await findings(id)).toEqual([])
})

test('a planned åtgärd of a revisionssvar is done within two years of the answer', async () => {
  const id = await demoReportOf(services, author, 'revisionssvar')
  await give('report', id, { granskningsdatum: '2023-05-02', missivdatum: '2023-05-01', 'svar-senast': '2023-09-30' })
  const sectionId = (await find(id, 'rekommendationer-och-svar')).id
  await addUnit(services, author, { sectionId, kind: 'rekommendation' })
  const list = (await find(id, 'planerade-atgarder')).id
  const row = (await addUnit(services, author, { sectionId: list, kind: 'planerad-atgard' })).id
  await give('unit', row, { klart: '2025-10-01' })
  const [order, late, ...others] = await findings(id)
  expect(order?.[1]).toContain(
    'Missivets datum (1 maj 2023) är för tidigt mot Granskningsrapportens datum (2 maj 2023)',
  )
  expect(late?.[1]).toContain('Svar senast (30 september 2023) plus 24 månader: senast 30 september 2025')
  expect(others).toEqual([])
})
