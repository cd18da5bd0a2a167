import { readFile } from 'node:fs/promises'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { image, reportDocument, reportUpdate } from '#db/schema/document.ts'
import { report, reportSection, reportUnit } from '#db/schema/report.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { indicatorTableModel } from '#editor/blocks/indicator-table/model.ts'
import { readQuery } from '#editor/blocks/indicator-table/query.ts'
import { type DocumentNode, walk } from '#editor/core/document-node.ts'
import type { ResolvedReport, ResolvedSection } from '#editor/core/resolved-report.ts'
import type { Actor } from '../../policies/actor.ts'
import { type DemoServices, demoActor, demoReport, demoServices } from '../../testing/demo-services.ts'
import { checkReport } from '../check-report.ts'
import { findReport } from '../find-report.ts'
import { readStructure } from '../read-structure.ts'
import { resolveReport } from '../resolve-report.ts'
import { setValue } from '../set-value.ts'
import { storeImage } from '../store-image.ts'
import { addUnit } from '../units/add-unit.ts'
import { updateSection } from '../update-section.ts'
import { confirmText } from './confirm-text.ts'
import { makeReport, type ReportFromAnother } from './make-report.ts'
import { paragraph, writeText } from './testing/write-text.ts'

const database = testDatabase()
let services: DemoServices
let mas: Actor
let sourceId: string
let source: ResolvedReport
let boardId: string

const ALL = ['inledning', 'sammanfattning', 'grundlaggande-forutsattningar-for-saker-vard', 'agera-for-saker-vard']
const SENIOR_ALERT = 'senior-alert/undernaring/utford-atgard-vid-risk'

/** What the text of the source is commented on with. */
const THREAD = '7d0e4f6a-3b1c-4c58-9a2e-5f60718293a4'

const resolve = async (id: string): Promise<ResolvedReport> =>
  resolveReport(services, await findReport(services.db, mas, id, 'report.read'), { fresh: true })
const at = (resolved: ResolvedReport, key: string): ResolvedSection => {
  const found = resolved.sections.find(section => section.key === key)
  if (!found) throw new Error(`no section ${key}`)
  return found
}
const nodesOf = (node: DocumentNode | null, type: string): DocumentNode[] => {
  const found: DocumentNode[] = []
  if (node) walk(node, one => void (one.type === type && found.push(one)))
  return found
}
const next = (more: Partial<ReportFromAnother> = {}): ReportFromAnother => ({
  sourceId,
  templateKey: 'patientsakerhetsberattelse',
  boardId,
  year: 2024,
  diaryNumber: 'VON/2025:3',
  title: 'Patientsäkerhetsberättelse 2024',
  texts: ALL,
  ...more,
})
const make = async (more: Partial<ReportFromAnother> = {}): Promise<ResolvedReport> =>
  resolve((await makeReport(services, mas, next(more))).id)

async function row(sectionKey: string, kind: string, values: Record<string, string>): Promise<string> {
  const section = at(await resolve(sourceId), sectionKey)
  const { id } = await addUnit(services, mas, { sectionId: section.id, kind })
  for (const [key, value] of Object.entries(values)) await setValue(services, mas, { of: 'unit', id, key, value })
  return id
}

beforeAll(async () => {
  services = await demoServices(database)
  mas = await demoActor(services, 'mas')
  sourceId = await demoReport(services, mas)
  boardId = (await findReport(services.db, mas, sourceId, 'report.read')).boardId
  const empty = await resolve(sourceId)
  const { imageId } = await storeImage(services, mas, sourceId, await readFile('e2e/support/trappa.png'))
  await writeText(
    services.db,
    { reportId: sourceId, userId: mas.id },
    {
      [at(empty, 'sammanfattning').id]: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Läget 2023', marks: [{ type: 'bold' }] },
            { type: 'text', text: ' är ' },
            { type: 'text', text: 'bättre', marks: [{ type: 'comment', attrs: { thread: THREAD } }] },
            { type: 'text', text: ' än föregående år, se SOSFS 2011:9.' },
            { type: 'footnote', content: [{ type: 'text', text: 'Enligt Senior alert.' }] },
          ],
        },
        { type: 'image', attrs: { imageId, alt: 'Trappan 2021' } },
      ],
      [at(empty, 'starka-analys-larande-och-utveckling').id]: [
        { type: 'indicatorTable', attrs: { indicatorIds: [SENIOR_ALERT], year: 2023, caption: 'Senior alert 2023' } },
      ],
    },
  )
  await updateSection(services, mas, at(empty, 'sammanfattning').id, {
    ownerId: mas.id,
    deadline: '2024-02-01',
    status: 'done',
  })
  await updateSection(services, mas, at(empty, 'inledning').id, { ownerRole: 'bidragsgivare' })
  await updateSection(services, mas, at(empty, 'stralskydd').id, { notApplicableReason: 'Ingen strålning.' })
  await setValue(services, mas, {
    of: 'report',
    id: sourceId,
    key: 'handlingsplan',
    value: 'Agera för säker vård 2020–2024',
  })
  await row('mal-strategier-och-utmaningar-for-kommande-ar', 'handlingsplan', {
    atgard: 'Utbilda i munhälsa',
    ansvarig: 'MAS',
    klart: '2024-05-31',
    status: 'pagaende',
  })
  await row('mal-strategier-och-utmaningar-for-kommande-ar', 'handlingsplan', { atgard: 'Köp liftar', status: 'klar' })
  await row('overgripande-mal-och-strategier', 'malstatus', { omrade: 'Fall', mal: 'Färre fall', status: 'klar' })
  await row('starka-analys-larande-och-utveckling', 'kvalitetsregister', { register: 'Senior alert', period: '2023' })
  source = await resolve(sourceId)
})
afterAll(() => services.documents.close())

describe('next year’s report', () => {
  test('takes over no place of a comment, which would point at nothing there', async () => {
    const made = await make()
    const logged = (reportId: string) =>
      services.db.select({ data: reportUpdate.data }).from(reportUpdate).where(eq(reportUpdate.reportId, reportId))
    const begun = (reportId: string) =>
      services.db
        .select({ data: reportDocument.state })
        .from(reportDocument)
        .where(eq(reportDocument.reportId, reportId))
    const bytes = async (reportId: string): Promise<string> =>
      [...(await begun(reportId)), ...(await logged(reportId))].map(({ data }) => Buffer.from(data).toString()).join()
    expect(await bytes(sourceId)).toContain(THREAD)
    expect(await bytes(made.report.id)).toContain(' är bättre än föregående år')
    expect(await bytes(made.report.id)).not.toMatch(new RegExp(`${THREAD}|comment`))
  })

  test('takes over text with form, footnotes and a copy of its image, and the source is as it was', async () => {
    const made = await make()
    const { written } = at(made, 'sammanfattning')
    const [first, second] = written?.content ?? []
    expect(first).toEqual(at(source, 'sammanfattning').written?.content?.[0])
    const [copied] = Object.values(made.images)
    const [original] = Object.values(source.images)
    expect(copied?.id).not.toBe(original?.id)
    expect(copied).toEqual({ ...original, id: copied?.id })
    expect(second?.attrs).toMatchObject({ imageId: copied?.id, alt: 'Trappan 2021' })
    const rows = await services.db
      .select()
      .from(image)
      .where(eq(image.id, copied?.id ?? ''))
    expect(rows[0]?.reportId).toBe(made.report.id)
    expect(await resolve(sourceId)).toEqual(source)
  })

  test('compares with last year’s result: the data block has moved one period on', async () => {
    const made = await make()
    const [block] = nodesOf(at(made, 'starka-analys-larande-och-utveckling').written, 'indicatorTable')
    expect(block?.attrs).toMatchObject({ year: 2024, caption: 'Senior alert 2024' })
    if (!block) throw new Error('no block')
    const model = indicatorTableModel(readQuery(block), made.data)
    expect(model.columns.slice(1, 4).map(column => column.text)).toEqual(['Resultat 2024', 'Mål 2024', 'Resultat 2023'])
    expect(model.groups[0]?.rows[0]?.cells[2]?.text).toBe('71\u00a0%')
  })

  test('begins open: owner and deadline of the year after, no status, no lock', async () => {
    const { report: head } = await make()
    const rows = await services.db.select().from(reportSection).where(eq(reportSection.reportId, head.id))
    expect(rows.find(one => one.templateSection === 'sammanfattning')).toMatchObject({
      ownerId: mas.id,
      deadline: '2025-02-01',
      status: 'empty',
      carriedFrom: at(source, 'sammanfattning').id,
      confirmedAt: null,
    })
    expect(rows.find(one => one.templateSection === 'inledning')).toMatchObject({
      ownerId: null,
      ownerRole: 'bidragsgivare',
      carriedFrom: null,
    })
    const [made] = await services.db.select().from(report).where(eq(report.id, head.id))
    expect(made).toMatchObject({ madeFrom: sourceId, deadline: '2025-03-01', lockedAt: null })
    expect(head.madeFrom).toMatchObject({ id: sourceId, year: 2023 })
  })

  test('keeps words, and asks anew for what was the answer of one year', async () => {
    const made = await make()
    expect(made.report.values).toEqual({ handlingsplan: 'Agera för säker vård 2020–2024' })
    const [goals] = at(made, 'overgripande-mal-och-strategier').tables
    expect(goals?.rows.map(one => one.values)).toEqual([{ omrade: 'Fall', mal: 'Färre fall' }])
    expect(at(made, 'kvalitetsregister')).toMatchObject({
      values: { register: 'Senior alert' },
      heading: 'Senior alert',
    })
    expect(at(made, 'informationssakerhet').tables[0]?.rows).toHaveLength(5)
    expect(at(made, 'stralskydd').notApplicableReason).toBe('Ingen strålning.')
  })

  test('each unit continues the one of the year before, year after year', async () => {
    const lineages = async (reportId: string) =>
      (await services.db.select().from(reportUnit).where(eq(reportUnit.reportId, reportId)))
        .filter(unit => unit.kind === 'kvalitetsregister')
        .map(unit => unit.lineageId)
    const first = await lineages(sourceId)
    const made = await make()
    const after = await make({ sourceId: made.report.id, year: 2025 })
    expect(first).toHaveLength(1)
    expect(await lineages(made.report.id)).toEqual(first)
    expect(await lineages(after.report.id)).toEqual(first)
  })

  test('is made from a locked report as from an open one', async () => {
    const locked = await make()
    await services.db
      .update(report)
      .set({ lockedAt: new Date(), lockedBy: mas.id })
      .where(eq(report.id, locked.report.id))
    const after = await make({ sourceId: locked.report.id, year: 2025 })
    expect(after.report.status).toBe('draft')
    expect(at(after, 'sammanfattning').written?.content?.[0]).toEqual(
      at(source, 'sammanfattning').written?.content?.[0],
    )
    const [block] = nodesOf(at(after, 'starka-analys-larande-och-utveckling').written, 'indicatorTable')
    expect(block?.attrs).toMatchObject({ year: 2025, caption: 'Senior alert 2025' })
  })

  test('leaves text behind that is not chosen, in the units too', async () => {
    const made = await make({ texts: ['sammanfattning'] })
    expect(nodesOf(at(made, 'sammanfattning').written, 'image')).toHaveLength(1)
    expect(nodesOf(at(made, 'starka-analys-larande-och-utveckling').written, 'indicatorTable')).toEqual([])
    expect(at(made, 'stralskydd').notApplicableReason).toBeNull()
  })

  test('can be written in at once: its document is what its projection shows', async () => {
    const made = await make()
    const [document] = await services.db
      .select()
      .from(reportDocument)
      .where(eq(reportDocument.reportId, made.report.id))
    expect(document?.seq).toBe(0)
    await writeText(
      services.db,
      { reportId: made.report.id, userId: mas.id },
      { [at(made, 'inledning').id]: [paragraph('Ny text.')] },
    )
    const now = await resolve(made.report.id)
    expect(nodesOf(at(now, 'inledning').written, 'text')[0]?.text).toBe('Ny text.')
    expect(at(now, 'sammanfattning').written).toEqual(at(made, 'sammanfattning').written)
  })

  test.each([
    [{ year: 2022 }, { year: 'before-source' }],
    [{ templateKey: 'nämndplan' }, { templateKey: 'unknown' }],
    [{ templateKey: 'namndplan' }, { sourceId: 'unfit' }],
    [{ sourceId: 'nej' }, { sourceId: 'unknown' }],
  ])('refuses %o', async (wrong, fields) => {
    await expect(makeReport(services, mas, next(wrong))).rejects.toMatchObject({ fields })
  })

  test('is refused to who may not create, and where nobody may know of the source', async () => {
    const revisor = await demoActor(services, 'revisor')
    await expect(makeReport(services, revisor, next())).rejects.toMatchObject({ code: 'not-allowed' })
    const elsewhere = '00000000-0000-4000-8000-000000000000'
    await expect(makeReport(services, mas, next({ sourceId: elsewhere }))).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('the check of what was carried', () => {
  const findings = async (reportId: string, rule: string) =>
    (await checkReport(services, mas, reportId)).filter(finding => finding.rule === rule)

  test('warns of text that nobody has gone through, until somebody confirms it or calls it done', async () => {
    const made = await make()
    const before = await findings(made.report.id, 'carried-text')
    expect(before.length).toBeGreaterThan(1)
    expect(before.every(({ level }) => level === 'warning')).toBe(true)
    await confirmText(services, mas, at(made, 'sammanfattning').id)
    await updateSection(services, mas, at(made, 'stralskydd').id, { status: 'reviewed' })
    const after = (await findings(made.report.id, 'carried-text')).map(({ sectionId }) => sectionId)
    expect(after).toHaveLength(before.length - 2)
    expect(after).not.toContain(at(made, 'sammanfattning').id)
    const { sections } = await readStructure(services, mas, made.report.id)
    expect(sections.find(one => one.key === 'sammanfattning')?.carried).toBe('confirmed')
  })

  test('names each year that does not fit, with the words around it, and no paragraph of law', async () => {
    const made = await make()
    const inSummary = () =>
      findings(made.report.id, 'stale-year').then(all =>
        all.filter(one => one.sectionId === at(made, 'sammanfattning').id),
      )
    const messages = (await inSummary()).map(({ message }) => message)
    expect(messages).toHaveLength(3)
    expect(messages[0]).toContain('nämner ”2023”')
    expect(messages[0]).toContain('Läget 2023 är bättre')
    expect(messages[1]).toContain('nämner ”föregående år”')
    expect(messages[2]).toContain('”Trappan 2021”')
    await confirmText(services, mas, at(made, 'sammanfattning').id)
    expect(await inSummary()).toEqual([])
  })

  test('stops at an åtgärd from last year until somebody says how far it has come, also that it is as far', async () => {
    const made = await make()
    const [list] = at(made, 'mal-strategier-och-utmaningar-for-kommande-ar').tables
    expect(list?.rows.map(one => one.values)).toEqual([
      { atgard: 'Utbilda i munhälsa', ansvarig: 'MAS', klart: '2024-05-31', status: 'pagaende' },
    ])
    const [found, ...others] = await findings(made.report.id, 'carried-measure')
    expect(others).toEqual([])
    expect(found).toMatchObject({ level: 'stop', message: expect.stringContaining('”Utbilda i munhälsa”') })
    await setValue(services, mas, { of: 'unit', id: list?.rows[0]?.id ?? '', key: 'status', value: 'pagaende' })
    expect(await findings(made.report.id, 'carried-measure')).toEqual([])
  })

  test('only who writes in the section confirms it, and only where something was carried', async () => {
    const made = await make()
    const reader = await demoActor(services, 'revisor')
    const { id } = at(made, 'sammanfattning')
    await expect(confirmText(services, reader, id)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(confirmText(services, mas, at(made, 'inledning').id)).rejects.toMatchObject({ code: 'not-found' })
    const row = await services.db
      .select()
      .from(reportSection)
      .where(and(eq(reportSection.id, id)))
    expect(row[0]?.confirmedAt).toBeNull()
  })
})
