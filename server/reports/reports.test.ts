import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { frozenReport, reportDocument, reportUpdate, reportVersion } from '#db/schema/document.ts'
import { reportSection } from '#db/schema/report.ts'
import { structureChange } from '#db/schema/structure-change.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import type { ResolvedReport } from '#editor/core/resolved-report.ts'
import { patientsakerhetsberattelse } from '#templates/patientsakerhetsberattelse/template.ts'
import { sourceFiles } from '../export/sources/source-files.ts'
import { readText } from '../history/read-text.ts'
import type { Actor } from '../policies/actor.ts'
import { sha256Hex } from '../sha256.ts'
import { type DemoServices, demoActor, demoReport, demoServices } from '../testing/demo-services.ts'
import { checkReport } from './check-report.ts'
import { createReport } from './create-report.ts'
import { listBoards } from './list-boards.ts'
import { listReports } from './list-reports.ts'
import { lockReport } from './lock-report.ts'
import { readReport } from './read-report.ts'
import { readStructure } from './read-structure.ts'
import { resolveForExport } from './resolve-for-export.ts'
import { storeImage } from './store-image.ts'
import { updateSection } from './update-section.ts'

const database = testDatabase()
let services: DemoServices
let mas: Actor
let revisor: Actor
const nobodyPresent = { inReport: () => [] }

beforeAll(async () => {
  services = await demoServices(database)
  mas = await demoActor(services, 'mas')
  revisor = await demoActor(services, 'revisor')
})
afterAll(() => services.documents.close())

/** Writes a paragraph into a section as an editor would: as one update in the log. */
async function write(reportId: string, sectionId: string, text: string): Promise<void> {
  const [stored] = await database.db.select().from(reportDocument).where(eq(reportDocument.reportId, reportId))
  const log = await database.db.select().from(reportUpdate).where(eq(reportUpdate.reportId, reportId))
  const doc = new Y.Doc()
  if (stored) Y.applyUpdate(doc, stored.state)
  for (const row of log) Y.applyUpdate(doc, row.data)
  const before = Y.encodeStateVector(doc)
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  doc.getXmlFragment(sectionId).push([paragraph])
  const data = Y.encodeStateAsUpdate(doc, before)
  await database.db.insert(reportUpdate).values({ reportId, userId: mas.id, data })
}

async function fillOrExcuse(reportId: string): Promise<void> {
  const { sections } = await readStructure(services, mas, reportId)
  for (const [index, section] of sections.entries()) {
    if (section.required === 'no') continue
    if (index % 2) await write(reportId, section.id, `Text i ${section.heading}.`)
    else await updateSection(services, mas, section.id, { notApplicableReason: 'Görs inte i kommunen.' })
  }
}

describe('a new report', () => {
  test('has every section of its template, in order, with law and guidance', async () => {
    const page = await readReport(services, mas, await demoReport(services, mas))
    expect(page.sections.map(section => section.key)).toEqual(patientsakerhetsberattelse.sections.map(s => s.key))
    expect(page.sections).toHaveLength(26)
    expect(page.sections.find(section => section.key === 'informationssakerhet')).toMatchObject({
      number: '3.2.4',
      required: 'yes',
      lawReferences: ['HSLF-FS 2016:40 7:1'],
      status: 'empty',
    })
    expect(page.report).toMatchObject({ deadline: '2024-03-01', diaryNumber: 'VON/2024:18', lockedAt: null })
  })

  test.each([
    [{ title: ' ' }, { title: 'required' }],
    [{ diaryNumber: '2024-18' }, { diaryNumber: 'pattern' }],
    [{ year: 23 }, { year: 'range' }],
    [{ templateKey: 'dikt' }, { templateKey: 'unknown' }],
  ])('refuses %o', async (wrong, fields) => {
    const [board] = (await listBoards(services, mas)).filter(choice => choice.mayCreate)
    const input = {
      templateKey: 'patientsakerhetsberattelse',
      boardId: board?.id ?? '',
      year: 2023,
      diaryNumber: '',
      title: 'T',
    }
    await expect(createReport(services, mas, { ...input, ...wrong })).rejects.toMatchObject({ fields })
  })

  test('is refused to a reader, and to a writer of another board', async () => {
    const boards = await listBoards(services, mas)
    const other = boards.find(board => !board.mayCreate)
    const input = { templateKey: 'patientsakerhetsberattelse', year: 2023, diaryNumber: '', title: 'T' }
    await expect(createReport(services, mas, { ...input, boardId: other?.id ?? '' })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    await expect(createReport(services, revisor, { ...input, boardId: boards[0]?.id ?? '' })).rejects.toMatchObject({
      code: 'not-allowed',
    })
  })

  test('is in the list with its share of finished sections', async () => {
    const id = await demoReport(services, mas)
    const { sections } = await readStructure(services, mas, id)
    await updateSection(services, mas, sections[0]?.id ?? '', { status: 'done' })
    await updateSection(services, mas, sections[9]?.id ?? '', { notApplicableReason: 'Kommunen har ingen strålning.' })
    const row = (await listReports({ ...services, presence: nobodyPresent }, mas)).find(report => report.id === id)
    expect(row).toMatchObject({ sectionCount: 26, sectionsDone: 2, boardName: 'Vård- och omsorgsnämnden' })
  })
})

describe('sections', () => {
  test('refuse what is no status, no date, and a reason without words', async () => {
    const { sections } = await readStructure(services, mas, await demoReport(services, mas))
    const id = sections[0]?.id ?? ''
    for (const change of [{ status: 'klar' }, { deadline: '1 mars' }, { notApplicableReason: '  ' }, {}, null])
      await expect(updateSection(services, mas, id, change)).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(updateSection(services, mas, 'no-uuid', { status: 'done' })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(updateSection(services, revisor, id, { status: 'done' })).rejects.toMatchObject({
      code: 'not-allowed',
    })
  })
})

describe('what a section says of itself', () => {
  const changesOf = async (reportId: string) =>
    (
      await database.db
        .select()
        .from(structureChange)
        .where(eq(structureChange.reportId, reportId))
        .orderBy(structureChange.seq)
    ).map(({ holderId, field, before, after, changedBy }) => ({ holderId, field, before, after, changedBy }))

  test('is kept for the history with what it said before, in order, and only where it changed', async () => {
    const id = await demoReport(services, mas)
    const [section] = (await readStructure(services, mas, id)).sections
    const holderId = section?.id ?? ''
    const change = (values: object) => updateSection(services, mas, holderId, values)
    await change({ status: 'draft', deadline: '2024-02-01' })
    await change({ status: 'draft', deadline: '2024-02-01', locked: false, ownerId: null })
    await change({ ownerId: revisor.id })
    await change({ notApplicableReason: 'Görs inte.' })
    await change({ notApplicableReason: null, locked: true })
    await change({ locked: true, status: 'done' })
    await change({ locked: false })
    const by = { holderId, changedBy: mas.id }
    expect(await changesOf(id)).toEqual([
      { ...by, field: 'status', before: 'empty', after: 'draft' },
      { ...by, field: 'deadline', before: null, after: '2024-02-01' },
      { ...by, field: 'owner', before: null, after: revisor.id },
      { ...by, field: 'notApplicable', before: null, after: 'Görs inte.' },
      { ...by, field: 'notApplicable', before: 'Görs inte.', after: null },
      { ...by, field: 'locked', before: false, after: true },
      { ...by, field: 'status', before: 'draft', after: 'done' },
      { ...by, field: 'locked', before: true, after: false },
    ])
  })

  test('is kept with the change or not at all', async () => {
    const id = await demoReport(services, mas)
    const [section] = (await readStructure(services, mas, id)).sections
    const unknown = '00000000-0000-4000-8000-000000000000'
    await expect(
      updateSection(services, mas, section?.id ?? '', { status: 'done', ownerId: unknown }),
    ).rejects.toThrow()
    await expect(updateSection(services, revisor, section?.id ?? '', { status: 'done' })).rejects.toThrow()
    expect(await changesOf(id)).toEqual([])
  })

  test('has one owner: a person or a role that writes, and the history tells of both', async () => {
    const id = await demoReport(services, mas)
    const sectionId = (await readStructure(services, mas, id)).sections[0]?.id ?? ''
    const ownersAfter = async (change: object) => {
      await updateSection(services, mas, sectionId, change)
      const [section] = (await readStructure(services, mas, id)).sections
      return [section?.ownerId, section?.ownerRole]
    }
    expect(await ownersAfter({ ownerId: mas.id })).toEqual([mas.id, null])
    expect(await ownersAfter({ ownerRole: 'bidragsgivare' })).toEqual([null, 'bidragsgivare'])
    expect(await ownersAfter({ ownerId: mas.id, ownerRole: null })).toEqual([mas.id, null])
    expect(await ownersAfter({ ownerId: null })).toEqual([null, null])
    for (const change of [{ ownerRole: 'revisor' }, { ownerRole: 'mas', ownerId: mas.id }])
      await expect(updateSection(services, mas, sectionId, change)).rejects.toMatchObject({ code: 'invalid-input' })
    const owners = (await changesOf(id)).filter(({ field }) => field === 'owner')
    expect(owners.map(({ after }) => after)).toEqual([mas.id, { role: 'bidragsgivare' }, mas.id, null])
  })

  test('follows in one line what two people change at once', async () => {
    const id = await demoReport(services, mas)
    const [section] = (await readStructure(services, mas, id)).sections
    const statuses = ['draft', 'done', 'reviewed', 'empty', 'done', 'draft'] as const
    await Promise.all(statuses.map(status => updateSection(services, mas, section?.id ?? '', { status })))
    let last: unknown = 'empty'
    for (const { before, after } of await changesOf(id)) {
      expect(before).toBe(last)
      last = after
    }
    expect((await readStructure(services, mas, id)).sections[0]?.status).toBe(last)
  })

  test('a contributor says only that a section of their own is a draft or done', async () => {
    const id = await demoReport(services, mas)
    const chief = await demoActor(services, 'enhetschef')
    const [own = '', other = ''] = (await readStructure(services, mas, id)).sections.map(section => section.id)
    await updateSection(services, mas, own, { ownerId: chief.id, status: 'reviewed' })
    const may = (await readStructure(services, chief, id)).sections.filter(section => section.maySetStatus)
    expect(may.map(section => section.id)).toEqual([own])
    for (const status of ['draft', 'done']) await updateSection(services, chief, own, { status })
    expect((await readStructure(services, chief, id)).sections[0]?.status).toBe('done')
    const refused: [string, object][] = [
      [own, { status: 'reviewed' }],
      [own, { status: 'empty' }],
      [own, { status: 'draft', deadline: '2024-02-01' }],
      [own, { notApplicableReason: 'Görs inte.' }],
      [other, { status: 'done' }],
    ]
    for (const [section, change] of refused)
      await expect(updateSection(services, chief, section, change)).rejects.toMatchObject({ code: 'not-allowed' })
    await updateSection(services, mas, own, { locked: true })
    expect((await readStructure(services, chief, id)).sections[0]?.maySetStatus).toBe(false)
    await expect(updateSection(services, chief, own, { status: 'draft' })).rejects.toMatchObject({
      code: 'section-locked',
    })
  })
})

describe('a section’s lock', () => {
  test('is set by those who manage, says by whom, and is taken off again', async () => {
    const id = await demoReport(services, mas)
    const first = async (actor: Actor) => (await readStructure(services, actor, id)).sections[0]
    const sectionId = (await first(mas))?.id ?? ''
    await updateSection(services, mas, sectionId, { locked: true })
    expect(await first(revisor)).toMatchObject({ lockedBy: 'MAS', lockedAt: expect.any(String), mayWrite: false })
    expect((await readStructure(services, mas, id)).sections.map(section => section.mayWrite)).toEqual([
      false,
      ...Array(25).fill(true),
    ])
    const secretary = await demoActor(services, 'namndsekreterare')
    await updateSection(services, secretary, sectionId, { locked: true, status: 'done' })
    expect(await first(mas)).toMatchObject({ lockedBy: 'MAS', status: 'done' })
    await updateSection(services, secretary, sectionId, { locked: false })
    expect(await first(mas)).toMatchObject({ lockedBy: null, lockedAt: null, mayWrite: true })
  })

  test('is not for contributors, who write where they are responsible and nowhere else', async () => {
    const id = await demoReport(services, mas)
    const chief = await demoActor(services, 'enhetschef')
    const { sections } = await readStructure(services, mas, id)
    const sectionId = sections[3]?.id ?? ''
    await updateSection(services, mas, sectionId, { ownerId: chief.id })
    const seen = await readStructure(services, chief, id)
    expect(seen.may).toMatchObject({ write: true, manage: false, lockSections: false })
    expect(seen.sections.filter(section => section.mayWrite).map(section => section.id)).toEqual([sectionId])
    for (const change of [{ locked: true }, { ownerId: chief.id }, { locked: false, status: 'done' }])
      await expect(updateSection(services, chief, sectionId, change)).rejects.toMatchObject({ code: 'not-allowed' })
  })
})

describe('locking', () => {
  test('is stopped by every required section without text or reason', async () => {
    const id = await demoReport(services, mas)
    const findings = await checkReport(services, mas, id)
    const required = patientsakerhetsberattelse.sections.filter(section => section.required !== 'no')
    expect(findings.filter(finding => /^required-(section|value)$/.test(finding.rule))).toHaveLength(required.length)
    await expect(lockReport(services, mas, id)).rejects.toMatchObject({ code: 'checks-failed' })
    expect((await readStructure(services, mas, id)).report.lockedAt).toBeNull()
  })

  test('freezes the text at the end of the log, under its own hash', async () => {
    const id = await demoReport(services, mas)
    await fillOrExcuse(id)
    expect(await checkReport(services, mas, id)).toEqual([])
    const { sections } = await readStructure(services, mas, id)
    await write(id, sections[1]?.id ?? '', 'Sista ordet före låset.')

    expect((await resolveForExport(services, mas, id)).stored).toBeUndefined()
    const { sha256 } = await lockReport(services, mas, id)
    // What a PDF of it carries is the very text of that hash.
    const { stored, resolved: exported } = await resolveForExport(services, mas, id)
    const [source] = sourceFiles(exported, stored)
    expect(sha256Hex(source?.bytes ?? '')).toBe(sha256)
    const [frozen] = await database.db.select().from(frozenReport).where(eq(frozenReport.reportId, id))
    expect(sha256Hex(frozen?.resolved ?? '')).toBe(sha256)
    const resolved = JSON.parse(frozen?.resolved ?? '') as ResolvedReport
    expect(resolved.report.status).toBe('locked')
    expect(JSON.stringify(resolved.sections[1])).toContain('Sista ordet före låset.')
    const [kept] = await database.db
      .select()
      .from(reportVersion)
      .where(and(eq(reportVersion.reportId, id), eq(reportVersion.kind, 'locked')))
    expect(kept).toMatchObject({ seq: resolved.report.seq, createdBy: mas.id })
    const past = await readText(services, mas, id, { moment: kept?.seq ?? 0, sectionId: sections[1]?.id ?? '' })
    expect(past.sections[0]?.content).toEqual(resolved.sections[1]?.content)
  })

  test('leaves nothing to change', async () => {
    const id = await demoReport(services, mas)
    await fillOrExcuse(id)
    await lockReport(services, mas, id)
    const [section] = await database.db.select().from(reportSection).where(eq(reportSection.reportId, id))
    await expect(updateSection(services, mas, section?.id ?? '', { status: 'done' })).rejects.toMatchObject({
      code: 'report-locked',
    })
    await expect(storeImage(services, mas, id, new Uint8Array())).rejects.toMatchObject({ code: 'report-locked' })
    await expect(lockReport(services, mas, id)).rejects.toMatchObject({ code: 'report-locked' })
    expect((await readStructure(services, mas, id)).may).toEqual({
      write: false,
      manage: false,
      lockSections: false,
      lock: false,
      export: true,
      archive: true,
    })
  })

  test('is for chiefs and the MAS, not for other authors', async () => {
    const id = await demoReport(services, mas)
    await expect(lockReport(services, await demoActor(services, 'mar'), id)).rejects.toMatchObject({
      code: 'not-allowed',
    })
  })
})

describe('pictures', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAFElEQVR4nGP8z8DAwMDAxMDAwMAAAA0JAQFVpGrWAAAAAElFTkSuQmCC',
    'base64',
  )
  test('are kept with the size that their bytes have', async () => {
    const id = await demoReport(services, mas)
    expect(await storeImage(services, mas, id, png)).toMatchObject({ width: 2, height: 3 })
  })

  test('that are no pictures are refused', async () => {
    const id = await demoReport(services, mas)
    await expect(storeImage(services, mas, id, Buffer.from('<svg onload="x"/>'))).rejects.toMatchObject({
      fields: { file: 'not-an-image' },
    })
  })
})

test('a report of nobody is not found, whatever its id looks like', async () => {
  for (const id of ['x', '', '00000000-0000-0000-0000-000000000000', "'; drop table report --"])
    await expect(readReport(services, mas, id)).rejects.toMatchObject({ code: 'not-found' })
})
