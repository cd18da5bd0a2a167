import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { sectionText } from '#db/schema/document.ts'
import { structureChange } from '#db/schema/structure-change.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import type { ReportStructure, SectionStructure } from '#editor/core/report-page.ts'
import { loadReportRights } from '../../collab/report-row.ts'
import type { Actor } from '../../policies/actor.ts'
import { type DemoServices, demoActor, demoReportOf, demoServices } from '../../testing/demo-services.ts'
import { lockReport } from '../lock-report.ts'
import { readStructure } from '../read-structure.ts'
import { setValue } from '../set-value.ts'
import { updateSection } from '../update-section.ts'
import { addUnit } from './add-unit.ts'
import { moveUnit } from './move-unit.ts'
import { removeUnit, restoreUnit } from './remove-unit.ts'

const database = testDatabase()
let services: DemoServices
let author: Actor
let chief: Actor
let revisor: Actor

beforeAll(async () => {
  services = await demoServices(database)
  author = await demoActor(services, 'handlaggare')
  chief = await demoActor(services, 'enhetschef')
  revisor = await demoActor(services, 'revisor')
})
afterAll(() => services.documents.close())

const structureOf = (reportId: string): Promise<ReportStructure> => readStructure(services, author, reportId)
const keyed = ({ sections }: ReportStructure, key: string): SectionStructure[] =>
  sections.filter(section => section.key === key)

async function answer(): Promise<{ reportId: string; list: string; add: () => Promise<string> }> {
  const reportId = await demoReportOf(services, author, 'revisionssvar')
  const list = keyed(await structureOf(reportId), 'rekommendationer-och-svar')[0]?.id ?? ''
  const add = async () => (await addUnit(services, author, { sectionId: list, kind: 'rekommendation' })).id
  return { reportId, list, add }
}

describe('a unit', () => {
  test('comes with its head and parts, numbered after the section that lists it', async () => {
    const { reportId, add } = await answer()
    await add()
    await add()
    const { sections } = await structureOf(reportId)
    const at = sections.findIndex(section => section.key === 'rekommendationer-och-svar')
    expect(sections.slice(at, at + 11).map(section => `${section.number} ${section.heading}`)).toEqual([
      '4 Rekommendationer och svar',
      '4.1 Rekommendation 1',
      '4.1.1 Hittills vidtagna åtgärder',
      '4.1.2 Planerade åtgärder',
      '4.1.3 Tidplan för planerade åtgärder',
      '4.1.4 Eventuella andra synpunkter',
      '4.2 Rekommendation 2',
      '4.2.1 Hittills vidtagna åtgärder',
      '4.2.2 Planerade åtgärder',
      '4.2.3 Tidplan för planerade åtgärder',
      '4.2.4 Eventuella andra synpunkter',
    ])
    expect(sections[at + 6]?.unit).toMatchObject({ kind: 'rekommendation', head: true, n: 2, of: 2 })
    expect(sections[at + 7]?.unit).toMatchObject({ head: false, n: 2 })
  })

  test('has a place in the document for each of its texts, as sections of a new report have', async () => {
    const { reportId, add } = await answer()
    await add()
    const { state } = await services.documents.fold(reportId)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, state)
    for (const { id } of (await structureOf(reportId)).sections) expect(doc.getXmlFragment(id).length).toBe(1)
    const projected = await database.db.select().from(sectionText).where(eq(sectionText.reportId, reportId))
    expect(projected).toHaveLength((await structureOf(reportId)).sections.length)
  })

  test('added by two at once is two', async () => {
    const { reportId, add } = await answer()
    const ids = await Promise.all([add(), add(), add(), add()])
    const heads = keyed(await structureOf(reportId), 'rekommendation')
    expect(heads.map(head => head.unit?.id).toSorted()).toEqual(ids.toSorted())
    expect(heads.map(head => head.unit?.n)).toEqual([1, 2, 3, 4])
  })

  test('moves before another, whatever others do meanwhile', async () => {
    const { reportId, add } = await answer()
    const [one, two, three] = [await add(), await add(), await add()]
    const order = async () => keyed(await structureOf(reportId), 'rekommendation').map(head => head.unit?.id)
    await moveUnit(services, author, three, { before: one })
    expect(await order()).toEqual([three, one, two])
    await Promise.all([
      moveUnit(services, author, three, { before: null }),
      moveUnit(services, author, two, { before: one }),
      add(),
    ])
    const after = await order()
    expect(after).toHaveLength(4)
    expect(after.indexOf(two)).toBeLessThan(after.indexOf(one))
    expect(after.indexOf(three)).toBeGreaterThan(after.indexOf(one))
    await expect(moveUnit(services, author, one, { before: reportId })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('is removed with its sections, closed to writing, and comes back as it was', async () => {
    const { reportId, add } = await answer()
    const [one, two] = [await add(), await add()]
    const part = keyed(await structureOf(reportId), 'planerade-atgarder')[0]
    const row = await addUnit(services, author, { sectionId: part?.id, kind: 'planerad-atgard' })
    await setValue(services, author, { of: 'unit', id: row.id, key: 'atgard', value: 'Inför loggkontroll' })
    await removeUnit(services, author, one)
    const removed = await structureOf(reportId)
    expect(keyed(removed, 'rekommendation').map(head => head.unit?.id)).toEqual([two])
    expect(keyed(removed, 'rekommendationer-och-svar')[0]?.removed).toMatchObject([{ id: one }])
    const rights = await loadReportRights(database.db, reportId)
    expect(rights?.sections.find(section => section.id === part?.id)?.lockedAt).toBeInstanceOf(Date)
    await expect(
      setValue(services, author, { of: 'unit', id: row.id, key: 'atgard', value: 'x' }),
    ).rejects.toMatchObject({ code: 'not-found' })

    await restoreUnit(services, author, one)
    const back = await structureOf(reportId)
    expect(keyed(back, 'rekommendation').map(head => head.unit?.id)).toEqual([one, two])
    const [list] = keyed(back, 'planerade-atgarder')[0]?.tables ?? []
    expect(list?.rows).toEqual([{ id: row.id, values: { atgard: 'Inför loggkontroll' } }])
    expect(keyed(back, 'rekommendationer-och-svar')[0]?.removed).toEqual([])
  })

  test('what was removed on its own before stays removed', async () => {
    const { reportId, add } = await answer()
    const unit = await add()
    const sectionId = keyed(await structureOf(reportId), 'planerade-atgarder')[0]?.id
    const row = await addUnit(services, author, { sectionId, kind: 'planerad-atgard' })
    await removeUnit(services, author, row.id)
    await removeUnit(services, author, unit)
    await restoreUnit(services, author, unit)
    const [part] = keyed(await structureOf(reportId), 'planerade-atgarder')
    expect(part?.tables[0]?.rows).toEqual([])
    expect(part?.removed).toMatchObject([{ id: row.id }])
  })

  test('whatever people do to the same list at once, nobody waits for ever and nothing is lost', async () => {
    const { reportId, list, add } = await answer()
    const [one, two] = [await add(), await add()]
    const part = keyed(await structureOf(reportId), 'tidplan')[0]?.id ?? ''
    const done = await Promise.allSettled([
      removeUnit(services, author, one),
      removeUnit(services, author, two),
      add(),
      moveUnit(services, author, two, { before: one }),
      updateSection(services, author, list, { ownerId: author.id }),
      updateSection(services, author, part, { deadline: '2024-05-01' }),
      setValue(services, author, { of: 'report', id: reportId, key: 'granskning', value: 'God och nära vård' }),
      setValue(services, author, { of: 'report', id: reportId, key: 'revisionsforetag', value: 'Revisionsbyrån' }),
      setValue(services, author, { of: 'unit', id: two, key: 'motivering', value: 'Skäl' }),
    ])
    // What comes after the removal finds nothing, and says so.
    for (const result of done)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'not-found' })
    const after = await structureOf(reportId)
    expect(keyed(after, 'rekommendation')).toHaveLength(1)
    expect(after.report.values).toEqual({ granskning: 'God och nära vård', revisionsforetag: 'Revisionsbyrån' })
  })

  test('every change of the list is written down with who and what', async () => {
    const { reportId, add } = await answer()
    const unit = await add()
    await removeUnit(services, author, unit)
    await restoreUnit(services, author, unit)
    const rows = await database.db.select().from(structureChange).where(eq(structureChange.reportId, reportId))
    expect(rows.map(({ field, before, after, changedBy }) => [field, before, after, changedBy])).toEqual([
      ['unit', null, 'rekommendation', author.id],
      ['unit', 'rekommendation', null, author.id],
      ['unit', null, 'rekommendation', author.id],
    ])
  })
})

describe('who may change a list', () => {
  test('rows: those who write in the section; units: those who manage the report', async () => {
    const { reportId, list, add } = await answer()
    await add()
    const part = keyed(await structureOf(reportId), 'planerade-atgarder')[0]?.id ?? ''
    const row = { sectionId: part, kind: 'planerad-atgard' }
    await expect(addUnit(services, chief, row)).rejects.toMatchObject({ code: 'not-allowed' })
    await updateSection(services, author, part, { ownerId: chief.id })
    await addUnit(services, chief, row)
    await updateSection(services, author, list, { ownerId: chief.id })
    await expect(addUnit(services, chief, { sectionId: list, kind: 'rekommendation' })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    await expect(addUnit(services, revisor, row)).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test('a unit is given with its parts, but for those that somebody else has', async () => {
    const { reportId, add } = await answer()
    await add()
    await add()
    const [head, parts] = [keyed(await structureOf(reportId), 'rekommendation')[0], await structureOf(reportId)]
    const others = keyed(parts, 'tidplan')[0]?.id ?? ''
    await updateSection(services, author, others, { ownerId: author.id })
    await updateSection(services, author, head?.id ?? '', { ownerRole: 'bidragsgivare' })
    const of = (structure: ReportStructure) =>
      structure.sections.filter(({ ownerRole }) => ownerRole === 'bidragsgivare').map(({ number }) => number)
    expect(of(await structureOf(reportId))).toEqual(['4.1', '4.1.1', '4.1.2', '4.1.4'])
    await updateSection(services, author, head?.id ?? '', { ownerId: null, ownerRole: null })
    expect(of(await structureOf(reportId))).toEqual([])
    expect(keyed(await structureOf(reportId), 'tidplan')[0]).toMatchObject({ id: others, ownerId: author.id })
  })

  test('nobody in a locked section or report, nor rows that the template fixes', async () => {
    const { reportId, list, add } = await answer()
    await updateSection(services, author, list, { locked: true })
    await expect(add()).rejects.toMatchObject({ code: 'section-locked' })

    const yearly = await demoReportOf(services, await demoActor(services, 'mas'), 'patientsakerhetsberattelse')
    const mas = await demoActor(services, 'mas')
    const { sections } = await readStructure(services, mas, yearly)
    const fixed = sections.find(section => section.key === 'informationssakerhet')
    const [table] = fixed?.tables ?? []
    expect(table?.rows).toHaveLength(5)
    await expect(addUnit(services, mas, { sectionId: fixed?.id, kind: 'informationssakerhet' })).rejects.toMatchObject({
      code: 'unit-count',
    })
    await expect(removeUnit(services, mas, table?.rows[0]?.id ?? '')).rejects.toMatchObject({ code: 'unit-count' })
    await expect(lockReport(services, mas, reportId)).rejects.toMatchObject({ code: 'checks-failed' })
  })
})
