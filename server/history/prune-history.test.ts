import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commentMessage, commentThread } from '#db/schema/comment.ts'
import { reportDocument, reportUpdate, reportVersion } from '#db/schema/document.ts'
import { report } from '#db/schema/report.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { loadActor } from '../auth/load-actor.ts'
import { type } from '../collab/testing/text.ts'
import { World } from '../collab/testing/world.ts'
import { createDocuments } from '../documents/create-documents.ts'
import type { Documents } from '../documents/documents.ts'
import { HistoryGoneError, NotAllowedError } from '../errors.ts'
import type { Actor } from '../policies/actor.ts'
import { nameVersion } from './name-version.ts'
import { pruneHistory } from './prune-history.ts'
import { readText } from './read-text.ts'
import { readTimeline } from './read-timeline.ts'
import { cutoff, pruneUpTo } from './retention.ts'
import { Past } from './testing/past.ts'

const database = testDatabase()
const now = new Date('2026-06-15T12:00:00Z')
let world: World
let documents: Documents
let mas: Actor
let administrator: Actor
beforeAll(async () => {
  world = await World.create(database)
  documents = createDocuments(database)
  await documents.history.ready()
  const ids = [await world.user('MAS'), await world.user('Administratör', 'administrator')]
  const [first, second] = await Promise.all(ids.map(id => loadActor(database.db, id)))
  if (!first || !second) throw new Error('no actors')
  mas = first
  administrator = second
})
afterAll(() => documents.close())

test('the rule counts whole months, to the end of shorter ones', () => {
  expect(cutoff(null, now)).toBeNull()
  expect(cutoff(24, now)?.toISOString()).toBe('2024-06-15T12:00:00.000Z')
  expect(cutoff(3, new Date('2026-05-31T00:00:00Z'))?.toISOString()).toBe('2026-02-28T00:00:00.000Z')
})

test('rows go up to the newest version that holds only old ones', () => {
  expect(pruneUpTo({ versions: [0, 10, 20], firstKept: 15 })).toBe(10)
  expect(pruneUpTo({ versions: [0, 10, 20], firstKept: 10 })).toBe(0)
  expect(pruneUpTo({ versions: [0, 10, 20], firstKept: null })).toBe(20)
  expect(pruneUpTo({ versions: [20], firstKept: 3 })).toBeNull()
})

test('prune takes old rows and automatic versions, and nothing of what can still be asked for', async () => {
  const past = await Past.create(world, database, mas.id)
  const services = { db: database.db, documents }
  const wrote = async (words: string, at: string): Promise<number> => {
    type(past.doc, past.section(0), words)
    const seq = await past.save(mas.id, new Date(at))
    await documents.fold(past.reportId)
    return seq
  }
  const checkpoint = async (seq: number, at: string): Promise<void> => {
    const made = await nameVersion(services, mas, past.reportId, { moment: seq, name: 'x' })
    await database.db
      .update(reportVersion)
      .set({ kind: 'checkpoint', name: null, createdBy: null, at: new Date(at) })
      .where(eq(reportVersion.id, made.id))
  }
  const first = await wrote('ett ', '2023-01-01T10:00:00Z')
  const named = await wrote('två ', '2023-02-01T10:00:00Z')
  await nameVersion(services, mas, past.reportId, { moment: named, name: 'Beslutad' })
  await wrote('tre ', '2023-03-01T10:00:00Z')
  const covered = await wrote('fyra ', '2023-04-01T10:00:00Z')
  const uncovered = await wrote('fem ', '2023-05-01T10:00:00Z')
  const young = await wrote('sex', '2026-06-01T10:00:00Z')
  await database.db
    .update(reportVersion)
    .set({ at: new Date('2023-01-01T09:00:00Z') })
    .where(eq(reportVersion.reportId, past.reportId))
  await checkpoint(covered, '2023-04-01T10:00:00Z')

  await expect(pruneHistory(database, mas, { months: 24, dryRun: false, now })).rejects.toThrow(NotAllowedError)
  expect(await pruneHistory(database, administrator, { months: null, dryRun: false, now })).toMatchObject({ rows: 0 })
  const expected = { reports: 1, rows: 4, versions: 1, threads: 0 }
  const log = () =>
    database.db
      .select({ seq: reportUpdate.seq })
      .from(reportUpdate)
      .where(eq(reportUpdate.reportId, past.reportId))
      .orderBy(asc(reportUpdate.seq))
  const [before] = await database.db.select().from(reportDocument).where(eq(reportDocument.reportId, past.reportId))
  expect(await pruneHistory(database, administrator, { months: 24, dryRun: true, now })).toEqual(expected)
  expect(await log()).toHaveLength(6)
  expect(await pruneHistory(database, administrator, { months: 24, dryRun: false, now })).toEqual(expected)
  expect((await log()).map(row => row.seq)).toEqual([uncovered, young])
  expect(await pruneHistory(database, administrator, { months: 24, dryRun: false, now })).toMatchObject({ rows: 0 })

  const [after] = await database.db.select().from(reportDocument).where(eq(reportDocument.reportId, past.reportId))
  expect(after).toEqual(before)
  const textAt = async (moment: 'now' | number) =>
    (await readText(services, mas, past.reportId, { moment, sectionId: past.section(0) })).sections[0]?.html
  expect(await textAt('now')).toBe('<p>ett två tre fyra fem sex</p>')
  expect(await textAt(named)).toBe('<p>ett två </p>')
  expect(await textAt(covered)).toBe('<p>ett två tre fyra </p>')
  expect(await textAt(uncovered)).toBe('<p>ett två tre fyra fem </p>')
  await expect(textAt(first)).rejects.toThrow(HistoryGoneError)
  const { sessions, versions } = await readTimeline(services, mas, past.reportId)
  expect(sessions.map(session => session.toSeq)).toEqual([young, uncovered])
  expect(versions.map(version => version.seq)).toEqual([covered, named])
})

test('rows that are not folded stay, however old', async () => {
  const past = await Past.create(world, database, mas.id)
  type(past.doc, past.section(0), 'ett')
  await past.save(mas.id, new Date('2020-01-01T00:00:00Z'))
  await documents.fold(past.reportId)
  type(past.doc, past.section(0), 'två')
  const last = await past.save(mas.id, new Date('2020-01-02T00:00:00Z'))
  await nameVersion({ db: database.db, documents }, mas, past.reportId, { moment: last, name: 'Sist' })
  await database.db.update(reportUpdate).set({ foldedAt: null }).where(eq(reportUpdate.seq, last))
  expect(await pruneHistory(database, administrator, { months: 1, dryRun: false, now })).toMatchObject({ rows: 0 })
})

test('what was said about a report goes when it has been locked for longer than the rule, and not before', async () => {
  const commented = async (lockedAt: string | null): Promise<string> => {
    const { id: reportId, sections } = await world.report(mas.id)
    const begun = { reportId, sectionId: sections[0] ?? '', version: 1, quote: 'Fallen', startedBy: mas.id }
    const [thread] = await database.db.insert(commentThread).values(begun).returning()
    await database.db
      .insert(commentMessage)
      .values({ threadId: thread?.id ?? '', authorId: mas.id, body: 'Stämmer det?', at: new Date('2020-01-01') })
    await database.db
      .update(report)
      .set({ lockedAt: lockedAt === null ? null : new Date(lockedAt) })
      .where(eq(report.id, reportId))
    return reportId
  }
  const left = async (): Promise<string[]> =>
    (await database.db.select({ id: commentThread.reportId }).from(commentThread)).map(({ id }) => id)
  const [old, young, open] = [
    await commented('2024-06-15T11:59:00Z'),
    await commented('2024-06-15T12:01:00Z'),
    await commented(null),
  ]
  expect(await pruneHistory(database, administrator, { months: 24, dryRun: true, now })).toMatchObject({ threads: 1 })
  expect((await left()).toSorted()).toEqual([old, young, open].toSorted())
  expect(await pruneHistory(database, administrator, { months: 24, dryRun: false, now })).toMatchObject({ threads: 1 })
  expect((await left()).toSorted()).toEqual([young, open].toSorted())
  expect(await database.db.select().from(commentMessage)).toHaveLength(2)
})
