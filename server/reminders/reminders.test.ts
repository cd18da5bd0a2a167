import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { reminder } from '#db/schema/reminder.ts'
import { report, reportSection } from '#db/schema/report.ts'
import { appUser } from '#db/schema/user.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import type { Actor } from '../policies/actor.ts'
import { readStructure } from '../reports/read-structure.ts'
import { updateSection } from '../reports/update-section.ts'
import { type DemoServices, demoActor, demoReport, demoServices } from '../testing/demo-services.ts'
import { today } from '../today.ts'
import { type Mailer, smtpMailer } from './mailer.ts'
import { setReminders } from './own-settings.ts'
import { Pauses } from './pauses.ts'
import { planReminders } from './plan-reminders.ts'
import { readReminded } from './read-reminded.ts'
import { remindOwners } from './remind-owners.ts'
import { ReminderClock } from './reminder-clock.ts'
import { sendReminders } from './send-reminders.ts'
import { type MailServer, startMailServer } from './testing/mail-server.ts'

const database = testDatabase()
const publicUrl = 'https://samskrift.exempel.se'
/** A Thursday at noon, the first day late of what was to be done on the Wednesday. */
const NOW = new Date('2026-03-19T11:00:00Z')
const YESTERDAY = '2026-03-18'

let services: DemoServices
let mas: Actor
let mar: Actor
let chief: Actor
let mail: MailServer
let mailer: Mailer
let reportId: string
let first: string
let second: string
let third: string

beforeAll(async () => {
  services = await demoServices(database)
  mas = await demoActor(services, 'mas')
  mar = await demoActor(services, 'mar')
  chief = await demoActor(services, 'enhetschef')
  mail = await startMailServer()
  mailer = smtpMailer(mail.url, 'Samskrift <samskrift@exempel.se>')
})
afterAll(async () => {
  mailer.close()
  await mail.close()
  await services.documents.close()
})
beforeEach(async () => {
  await services.db.delete(reminder)
  await services.db.update(reportSection).set({ ownerId: null, ownerRole: null, deadline: null })
  for (const { id, name } of [chief, mar])
    await services.db
      .update(appUser)
      .set({ email: `${name.toLowerCase()}@exempel.se`, wantsReminders: true, active: true })
      .where(eq(appUser.id, id))
  mail.received = []
  mail.refuses = false
  reportId = await demoReport(services, mas)
  ;[first = '', second = '', third = ''] = (await readStructure(services, mas, reportId)).sections.map(({ id }) => id)
})

const give = (sectionId: string, change: object): Promise<void> => updateSection(services, mas, sectionId, change)
const plan = (now = NOW): Promise<number> => planReminders(services, now)
const send = (pauses = new Pauses(), now = NOW): Promise<number> =>
  sendReminders({ db: services.db, mailer, pauses, publicUrl, now })
const rows = () => services.db.select().from(reminder)

/** The plain text of a mail, without its transport encoding. */
const textOf = (source: string): string => {
  const plain = source.slice(source.indexOf('text/plain')).split('\r\n\r\n').slice(1).join('\r\n\r\n')
  const bytes = plain
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

describe('planning', () => {
  test('reminds the owner, or everyone with the role, once however often it is planned', async () => {
    await give(first, { ownerId: mar.id, deadline: YESTERDAY })
    await give(second, { ownerRole: 'bidragsgivare', deadline: YESTERDAY })
    await Promise.all([plan(), plan()])
    expect(await plan()).toBe(0)
    const planned = (await rows()).map(({ userId, sectionId, day, askedBy }) => [userId, sectionId, day, askedBy])
    expect(planned.toSorted()).toEqual(
      [
        [mar.id, first, '2026-03-19', null],
        [chief.id, second, '2026-03-19', null],
      ].toSorted(),
    )
  })

  test('leaves out what is done, does not apply, is locked or nobody’s, and who wants nothing', async () => {
    await give(first, { ownerId: chief.id, deadline: YESTERDAY, status: 'done' })
    await give(second, { ownerId: chief.id, deadline: YESTERDAY, notApplicableReason: 'Görs inte.' })
    await give(third, { deadline: YESTERDAY })
    expect(await plan()).toBe(0)
    await give(third, { ownerId: chief.id })
    await setReminders(services, chief, false)
    expect(await plan()).toBe(0)
    await setReminders(services, chief, true)
    await services.db.update(report).set({ lockedAt: NOW }).where(eq(report.id, reportId))
    expect(await plan()).toBe(0)
    await services.db.update(report).set({ lockedAt: null }).where(eq(report.id, reportId))
    expect(await plan()).toBe(1)
  })

  test('waits until the morning, and over the weekend', async () => {
    await give(first, { ownerId: chief.id, deadline: '2026-03-20' })
    expect(await plan(new Date('2026-03-19T04:00:00Z'))).toBe(0)
    expect(await plan(new Date('2026-03-21T11:00:00Z'))).toBe(0)
    expect(await plan(new Date('2026-03-19T11:00:00Z'))).toBe(1)
  })
})

describe('sending', () => {
  test('is one mail per person, in Swedish, with links to the form and to the way out', async () => {
    await give(first, { ownerId: chief.id, deadline: YESTERDAY })
    await give(second, { ownerRole: 'bidragsgivare', deadline: '2026-03-20' })
    await plan()
    expect(await send()).toBe(1)
    expect(mail.received.map(({ to }) => to)).toEqual([['enhetschef@exempel.se']])
    const source = mail.received[0]?.source ?? ''
    expect(source).toContain('From: Samskrift <samskrift@exempel.se>')
    expect(source).toMatch(/^List-Unsubscribe: <https:\/\/samskrift\.exempel\.se\/mina-avsnitt#paminnelser>/m)
    const text = textOf(source)
    expect(text).toContain('2 avsnitt väntar på dig:')
    expect(text).toContain('klart senast 18 mars 2026, 1 dag försenat')
    expect(text).toContain('klart senast 20 mars 2026, om 1 dag')
    for (const id of [first, second]) expect(text).toContain(`${publicUrl}/mina-avsnitt/${reportId}#avsnitt-${id}`)
    expect(await send()).toBe(0)
    expect((await readReminded(services, reportId)).get(first)).toEqual({ day: '2026-03-19', state: 'sent' })
  })

  test('by two nodes at once is still one mail', async () => {
    await give(first, { ownerId: chief.id, deadline: YESTERDAY })
    await give(second, { ownerId: mar.id, deadline: YESTERDAY })
    await plan()
    const sent = await Promise.all([send(), send(), send()])
    expect(sent.reduce((sum, n) => sum + n)).toBe(2)
    expect(mail.received.flatMap(({ to }) => to).toSorted()).toEqual(['enhetschef@exempel.se', 'mar@exempel.se'])
  })

  test('does not ask for what was done meanwhile', async () => {
    await give(first, { ownerId: chief.id, deadline: YESTERDAY })
    await plan()
    await give(first, { status: 'done' })
    expect(await send()).toBe(0)
    expect([mail.received, await rows()]).toEqual([[], []])
  })

  test('that the mail server refuses stays unsent, is tried again after a pause, and goes once', async () => {
    await give(first, { ownerId: chief.id, deadline: YESTERDAY })
    await plan()
    const pauses = new Pauses()
    const minutes = (n: number): Date => new Date(NOW.getTime() + n * 60_000)
    mail.refuses = true
    expect(await send(pauses)).toBe(0)
    expect((await readReminded(services, reportId)).get(first)).toMatchObject({ state: 'failed' })
    mail.refuses = false
    expect(await send(pauses, minutes(0.5))).toBe(0)
    expect(await send(pauses, minutes(1))).toBe(1)
    expect(await send(pauses, minutes(2))).toBe(0)
    expect(mail.received).toHaveLength(1)
    expect(await rows()).toMatchObject([{ failure: null, sentAt: minutes(1) }])
  })

  test('to a mail server that is not there loses nothing', async () => {
    await give(first, { ownerId: chief.id, deadline: YESTERDAY })
    await plan()
    const gone = await startMailServer()
    await gone.close()
    const nowhere = smtpMailer(gone.url, 'x@exempel.se')
    expect(await sendReminders({ db: services.db, mailer: nowhere, pauses: new Pauses(), publicUrl, now: NOW })).toBe(0)
    nowhere.close()
    expect(await rows()).toMatchObject([{ sentAt: null, failure: expect.any(String) }])
    expect(await send()).toBe(1)
  })
})

test('pauses grow, and begin anew when it has worked', () => {
  const pauses = new Pauses()
  expect(pauses.failed('a', 0)).toBe(true)
  expect([pauses.isOver('a', 59_999), pauses.isOver('a', 60_000), pauses.isOver('b', 0)]).toEqual([false, true, true])
  expect(pauses.failed('a', 60_000)).toBe(false)
  expect([pauses.isOver('a', 300_000), pauses.isOver('a', 360_000)]).toEqual([false, true])
  expect([pauses.worked('a'), pauses.worked('a')]).toEqual([true, false])
  expect(pauses.isOver('a', 0)).toBe(true)
})

describe('"Påminn"', () => {
  const ask = (actor: Actor, sectionIds: string[], mailIsSetUp = true) =>
    remindOwners(services, actor, { reportId, sectionIds, mailIsSetUp })

  test('reminds once a day, and says who cannot be reached', async () => {
    await give(first, { ownerId: chief.id })
    await give(second, { ownerId: mas.id })
    expect(await ask(mas, [first, second, third])).toEqual({ people: 1, already: 0, unreachable: 2 })
    expect(await ask(mas, [first])).toEqual({ people: 0, already: 1, unreachable: 0 })
    expect(await rows()).toMatchObject([{ userId: chief.id, sectionId: first, askedBy: mas.id, day: today() }])
  })

  test('is for those who manage the report, about its own sections, where there is a mail server', async () => {
    await give(first, { ownerId: chief.id })
    await expect(ask(chief, [first])).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(ask(mas, [first], false)).rejects.toMatchObject({ code: 'mail-not-set-up' })
    await expect(ask(mas, ['nej'])).rejects.toMatchObject({ code: 'not-found' })
    const other = await demoReport(services, mas)
    const [foreign = ''] = (await readStructure(services, mas, other)).sections.map(({ id }) => id)
    await give(foreign, { ownerId: chief.id })
    expect(await ask(mas, [foreign])).toEqual({ people: 0, already: 0, unreachable: 1 })
    expect(await rows()).toEqual([])
  })

  test('goes out with the clock’s next round', async () => {
    // Without a day, the calendar asks for nothing.
    await give(first, { ownerId: chief.id })
    await ask(mas, [first])
    const clock = new ReminderClock({ db: services.db, mailer: smtpMailer(mail.url, 'x@exempel.se'), publicUrl })
    await Promise.all([clock.tick(), clock.tick()])
    await clock.stop()
    expect(mail.received.map(({ to }) => to)).toEqual([['enhetschef@exempel.se']])
    const sent = await services.db
      .select()
      .from(reminder)
      .where(and(eq(reminder.userId, chief.id), eq(reminder.sectionId, first)))
    expect(sent).toMatchObject([{ sentAt: expect.any(Date) }])
  })
})
