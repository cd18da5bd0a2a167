import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { calendarFeed } from '#db/schema/calendar-feed.ts'
import { report, reportSection } from '#db/schema/report.ts'
import { appUser } from '#db/schema/user.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { copyTemplate, publishTemplate, readDraft, saveDraft } from '#server/templates/drafts.ts'
import type { Template } from '#templates/template.ts'
import type { Actor } from '../policies/actor.ts'
import { createReport } from '../reports/create-report.ts'
import { readStructure } from '../reports/read-structure.ts'
import { readableBoards } from '../reports/readable-boards.ts'
import { setValue } from '../reports/set-value.ts'
import { updateSection } from '../reports/update-section.ts'
import { type DemoServices, demoActor, demoReport, demoReportOf, demoServices } from '../testing/demo-services.ts'
import { feedState, renewFeed, revokeFeed } from './feed-access.ts'
import { readFeed } from './read-feed.ts'
import { readYear } from './read-year.ts'

const database = testDatabase()
let services: DemoServices
let mas: Actor
let revisor: Actor

beforeAll(async () => {
  services = await demoServices(database)
  mas = await demoActor(services, 'mas')
  revisor = await demoActor(services, 'revisor')
})
afterAll(() => services.documents.close())

const yearOf = (year: number, actor = mas) => readYear(services, actor, { year, boardId: null })

describe('the year', () => {
  test('asks for what the law asks, of the boards that it concerns, until somebody begins', async () => {
    const [asked, ...more] = (await yearOf(2031, revisor)).notBegun
    // Kommunstyrelsen has no MAS.
    expect(more).toEqual([])
    expect(asked).toMatchObject({
      templateKey: 'patientsakerhetsberattelse',
      boardName: 'Vård- och omsorgsnämnden',
      deadline: '2031-03-01',
      accountsFor: 2030,
      law: 'PSL 3:10',
      mayCreate: false,
    })
    expect((await yearOf(2031)).notBegun[0]).toMatchObject({ mayCreate: true })
    await createReport(services, mas, {
      templateKey: 'patientsakerhetsberattelse',
      boardId: asked?.boardId ?? '',
      year: 2030,
      diaryNumber: '',
      title: 'Berättelse 2030',
    })
    const year = await yearOf(2031)
    expect(year.notBegun).toEqual([])
    expect(year.reports).toMatchObject([
      { title: 'Berättelse 2030', deadline: '2031-03-01', byLaw: true, locked: false, owners: [], local: [] },
    ])
    expect((await yearOf(2030)).reports).toEqual([])
  })

  test('knows the organisation’s own templates: name, day, and that one of either kind is enough', async () => {
    const admin = await demoActor(services, 'administrator')
    const publish = async (base: string, change: Partial<Template>): Promise<string> => {
      const { key } = await copyTemplate(services, admin, base)
      const { template, revision } = await readDraft(services, admin, key)
      await saveDraft(services, admin, key, { definition: { ...template, ...change }, revision })
      await publishTemplate(services, admin, key)
      return key
    }
    const law = { yearsAfter: 1, month: 4, day: 30, law: 'Nämndens reglemente 4 §' }
    const own = await publish('patientsakerhetsberattelse', { name: 'Vår berättelse' })
    const plan = await publish('internkontrollrapport', { name: 'Vår kontrollrapport', deadline: law })
    const [care, ...controls] = (await yearOf(2041)).notBegun
    expect(care).toMatchObject({ templateKey: own, templateName: 'Vår berättelse', deadline: '2041-03-01' })
    expect(controls.map(one => [one.templateKey, one.templateName, one.deadline, one.law])).toEqual(
      (await readableBoards(services, mas)).map(() => [plan, 'Vår kontrollrapport', '2041-04-30', law.law]),
    )

    const begin = (templateKey: string, title: string) =>
      createReport(services, mas, { templateKey, boardId: care?.boardId ?? '', year: 2040, diaryNumber: '', title })
    await begin('patientsakerhetsberattelse', 'Produktens')
    await begin(plan, 'Egen')
    const year = await yearOf(2041)
    expect(year.notBegun).toEqual([])
    expect(year.reports.map(one => [one.title, one.templateName, one.deadline, one.byLaw])).toEqual([
      ['Produktens', 'Patientsäkerhetsberättelse', '2041-03-01', true],
      ['Egen', 'Vår kontrollrapport', '2041-04-30', true],
    ])
  })

  test('has the days that people set, who is responsible, and how far it has come', async () => {
    const reportId = await demoReport(services, mas)
    const { sections } = await readStructure(services, mas, reportId)
    const [first, second, third] = sections.map(({ id }) => id)
    await updateSection(services, mas, first ?? '', { deadline: '2024-02-01', ownerId: mas.id })
    await updateSection(services, mas, second ?? '', { deadline: '2024-01-15' })
    await updateSection(services, mas, third ?? '', { deadline: '2024-01-10', status: 'done' })
    expect((await yearOf(2024)).reports.find(({ id }) => id === reportId)).toMatchObject({
      local: [
        { date: '2024-01-15', sections: 1 },
        { date: '2024-02-01', sections: 1 },
      ],
      owners: ['MAS'],
      sectionCount: sections.length,
      sectionsDone: 1,
    })
  })

  test('has the day that the auditors want their answer, and by the year what has no day', async () => {
    const reportId = await demoReportOf(services, mas, 'revisionssvar')
    const inYear = async (year: number) => (await yearOf(year)).reports.filter(({ id }) => id === reportId)
    expect(await inYear(2023)).toMatchObject([{ deadline: null, byLaw: false, local: [] }])
    await setValue(services, mas, { of: 'report', id: reportId, key: 'svar-senast', value: '2025-09-30' })
    expect(await inYear(2023)).toEqual([])
    expect(await inYear(2025)).toMatchObject([{ local: [{ date: '2025-09-30', sections: 0 }] }])
  })

  test('shows nobody what they may not read', async () => {
    await demoReport(services, mas)
    const elsewhere: Actor = { ...mas, grants: [{ boardId: crypto.randomUUID(), role: 'mas' }] }
    expect(await yearOf(2024, elsewhere)).toMatchObject({ reports: [], notBegun: [], boards: [] })
    const boards = await readableBoards(services, revisor)
    const other = boards.find(({ name }) => name === 'Kommunstyrelsen')
    expect(await readYear(services, mas, { year: 2024, boardId: other?.id ?? '' })).toMatchObject({ reports: [] })
  })
})

describe('the feed', () => {
  afterEach(() => database.db.delete(calendarFeed))
  const feed = (secret: string) =>
    readFeed(services, secret, { publicUrl: 'https://x.se', now: new Date('2024-01-01T12:00:00Z') })

  test('has the person’s reports and own sections, and nobody else’s sections', async () => {
    const reportId = await demoReport(services, mas)
    const { sections } = await readStructure(services, mas, reportId)
    const [own, others] = sections.map(({ id }) => id)
    await updateSection(services, mas, own ?? '', { deadline: '2024-02-01', ownerId: mas.id })
    await updateSection(services, mas, others ?? '', { deadline: '2024-02-01' })
    const text = (await feed(await renewFeed(services, mas)))?.replaceAll('\r\n ', '') ?? ''
    expect(text).toContain(`UID:${reportId}-klar@samskrift\r\n`)
    expect(text).toContain('DTSTART;VALUE=DATE:20240301\r\n')
    expect(text).toContain(`URL:https://x.se/rapporter/${reportId}#avsnitt-${own}\r\n`)
    expect(text).not.toContain(others)
  })

  test('is known by its digest alone, and a new address makes the old one useless', async () => {
    expect(await feedState(services, mas)).toBeNull()
    const old = await renewFeed(services, mas)
    const [row] = await services.db.select().from(calendarFeed)
    expect(JSON.stringify(row)).not.toContain(old)
    expect(await feed(old)).toContain('BEGIN:VCALENDAR')
    expect((await feedState(services, mas))?.lastUsedAt).toBeInstanceOf(Date)
    const renewed = await renewFeed(services, mas)
    expect(await feed(old)).toBeNull()
    expect(await feed(renewed)).toContain('BEGIN:VCALENDAR')
    await revokeFeed(services, mas)
    expect(await feed(renewed)).toBeNull()
    expect(await feed('')).toBeNull()
  })

  test('gives nothing to whom no longer has an account', async () => {
    const secret = await renewFeed(services, mas)
    await services.db.update(appUser).set({ active: false }).where(eq(appUser.id, mas.id))
    expect(await feed(secret)).toBeNull()
    await services.db.update(appUser).set({ active: true }).where(eq(appUser.id, mas.id))
    expect(await feed(secret)).toContain('BEGIN:VCALENDAR')
  })

  test('says when a report is locked', async () => {
    const reportId = await demoReport(services, mas)
    await services.db.update(reportSection).set({ ownerId: null }).where(eq(reportSection.reportId, reportId))
    await services.db.update(report).set({ lockedAt: new Date() }).where(eq(report.id, reportId))
    const text = (await feed(await renewFeed(services, mas))) ?? ''
    const event = text.slice(text.indexOf(`UID:${reportId}`))
    expect(event.slice(0, event.indexOf('END:VEVENT'))).toContain('Rapporten är låst.')
  })
})
