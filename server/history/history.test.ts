import { and, asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { reportUpdate, reportVersion } from '#db/schema/document.ts'
import { report } from '#db/schema/report.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { loadActor } from '../auth/load-actor.ts'
import { seeded } from '../collab/testing/seeded.ts'
import { addParagraph, type } from '../collab/testing/text.ts'
import { World } from '../collab/testing/world.ts'
import { createDocuments } from '../documents/create-documents.ts'
import type { Documents } from '../documents/documents.ts'
import { HistoryGoneError, InvalidInputError, NotAllowedError, NotFoundError } from '../errors.ts'
import type { Actor } from '../policies/actor.ts'
import { compareMoments } from './compare-moments.ts'
import { nameVersion } from './name-version.ts'
import { readText } from './read-text.ts'
import { readTimeline } from './read-timeline.ts'
import { renameVersion } from './rename-version.ts'
import { Past } from './testing/past.ts'

const database = testDatabase()
let world: World
let documents: Documents
let services: { db: typeof database.db; documents: Documents }
let mas: Actor
let mar: Actor
let revisor: Actor

async function actor(name: string, role?: 'mas' | 'revisor'): Promise<Actor> {
  const loaded = await loadActor(database.db, await world.user(name, role))
  if (!loaded) throw new Error('no actor')
  return loaded
}

beforeAll(async () => {
  world = await World.create(database)
  documents = createDocuments(database)
  services = { db: database.db, documents }
  await documents.history.ready()
  mas = await actor('MAS')
  mar = await actor('MAR')
  revisor = await actor('Revisor', 'revisor')
})
afterAll(() => documents.close())

const write = () => Past.create(world, database, mas.id)
const versionsOf = (reportId: string) =>
  database.db
    .select()
    .from(reportVersion)
    .where(eq(reportVersion.reportId, reportId))
    .orderBy(asc(reportVersion.seq), asc(reportVersion.at))
const minutes = (count: number): Date => new Date(Date.UTC(2024, 0, 15, 9, 0) + count * 60_000)

describe('checkpoints', () => {
  test('the first fold keeps what was before it, and the next one nothing until half an hour has passed', async () => {
    const past = await write()
    type(past.doc, past.section(0), 'ett')
    await past.save(mas.id)
    await documents.fold(past.reportId)
    expect(await versionsOf(past.reportId)).toMatchObject([{ seq: 0, kind: 'checkpoint', createdBy: null }])

    type(past.doc, past.section(0), ' två')
    const second = await past.save(mas.id)
    // The report was made just now, and the first version is as old as the report.
    await documents.fold(past.reportId)
    expect(await versionsOf(past.reportId)).toHaveLength(1)

    await database.db
      .update(reportVersion)
      .set({ at: new Date(Date.now() - 31 * 60_000) })
      .where(eq(reportVersion.reportId, past.reportId))
    type(past.doc, past.section(0), ' tre')
    const third = await past.save(mas.id)
    await documents.fold(past.reportId)
    const versions = await versionsOf(past.reportId)
    expect(versions.map(version => version.seq)).toEqual([0, third])
    expect(second).toBeLessThan(third)
  })

  test('2,000 changes are one as well', async () => {
    const past = await write()
    type(past.doc, past.section(0), 'a')
    await past.save(mas.id)
    await documents.fold(past.reportId)
    for (let count = 0; count < 1_999; count += 1) type(past.doc, past.section(0), 'b')
    const last = await past.save(mas.id)
    await documents.fold(past.reportId)
    expect((await versionsOf(past.reportId)).map(version => version.seq)).toEqual([0, last])
  })
})

test('the text at any position is what the whole log up to there makes, across checkpoints', async () => {
  const random = seeded(4)
  const past = await write()
  const seqs: number[] = []
  for (let round = 0; round < 9; round += 1) {
    for (let change = 0; change < 4; change += 1) {
      const section = past.section(random(3))
      const fragment = past.doc.getXmlFragment(section)
      if (random(4) === 0 && fragment.length > 1) fragment.delete(random(fragment.length), 1)
      else if (random(2) === 0) addParagraph(past.doc, section, `stycke ${round}.${change}`)
      else type(past.doc, section, ` ord${change}`)
      seqs.push(await past.save(mas.id))
    }
    // Every third fold makes a checkpoint.
    const age = new Date(Date.now() - (round % 3 === 0 ? 40 : 1) * 60_000)
    await database.db.update(reportVersion).set({ at: age }).where(eq(reportVersion.reportId, past.reportId))
    await documents.fold(past.reportId)
  }
  expect((await versionsOf(past.reportId)).length).toBeGreaterThan(2)
  for (const seq of seqs) {
    const wanted = await past.replayed(seq)
    const texts = await readText(services, mas, past.reportId, { moment: seq, sectionId: null })
    for (const { id, content } of texts.sections) {
      const paragraphs = wanted.getXmlFragment(id).toArray()
      expect(content?.content).toHaveLength(paragraphs.length)
      const words = (content?.content ?? []).map(block => (block.content ?? []).map(({ text }) => text).join(''))
      expect(words).toEqual(paragraphs.map(paragraph => paragraph.toString().replaceAll(/<[^>]*>/g, '')))
    }
  }
})

test('a row that is committed after its place was passed is in every later text', async () => {
  const past = await write()
  const [section] = past.sections
  type(past.doc, section ?? '', 'ett ')
  await past.save(mas.id)
  const [late] = await database.sql<{ seq: string }[]>`
    select nextval(pg_get_serial_sequence('report_update', 'seq')) as seq`
  const before = Y.encodeStateVector(past.doc)
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(past.doc))
  addParagraph(other, past.section(1), 'sent')
  type(past.doc, section ?? '', 'två')
  await past.save(mas.id)
  const { seq } = await nameVersion(services, mas, past.reportId, { moment: 'now', name: 'Innan' })
  await database.sql`
    insert into report_update (seq, report_id, user_id, data) overriding system value
    values (${late?.seq ?? 0}, ${past.reportId}, ${mas.id}, ${Buffer.from(Y.encodeStateAsUpdate(other, before))})`
  await documents.fold(past.reportId)
  const read = await readText(services, mas, past.reportId, { moment: seq, sectionId: past.section(1) })
  expect(JSON.stringify(read)).toContain('sent')
})

describe('the timeline', () => {
  test('joins what one person writes in one section, and parts it by person, section and pause', async () => {
    const past = await write()
    const [first, second] = [past.section(0), past.section(1)]
    const rows: [Actor, string, string, number][] = [
      [mas, first, 'Vi har ', 0],
      [mas, first, 'stärkt ', 4],
      [mar, second, 'Anna', 5],
      [mas, first, 'arbetet', 8],
      [mas, first, 'Senare.', 14],
    ]
    for (const [author, section, text, at] of rows) {
      type(past.doc, section, text)
      await past.save(author.id, minutes(at))
    }
    const fragment = past.doc.getXmlFragment(first)
    fragment.delete(0, 1)
    await past.save(mar.id, minutes(15))
    const { sessions, names, next, versions } = await readTimeline(services, revisor, past.reportId)
    expect(
      sessions.map(({ userId, from, to, sections }) => [names[userId ?? ''], (to - from) / 60_000, sections]),
    ).toEqual([
      ['MAR', 0, [{ id: first, added: 0, removed: 28 }]],
      ['MAS', 0, [{ id: first, added: 7, removed: 0 }]],
      ['MAS', 8, [{ id: first, added: 21, removed: 0 }]],
      ['MAR', 0, [{ id: second, added: 4, removed: 0 }]],
    ])
    expect(next).toBeNull()
    expect(versions).toMatchObject([{ seq: 0, kind: 'checkpoint' }])
    const [deleted] = sessions
    const compared = await compareMoments(services, mas, past.reportId, {
      from: deleted?.beforeSeq ?? 0,
      to: deleted?.toSeq ?? 0,
    })
    expect(compared.sections.map(section => section.change)).toEqual(['changed', 'same', 'same'])
    expect(compared.sections[0]?.blocks).toMatchObject([{ change: 'removed', type: 'paragraph' }])

    const mine = await readTimeline(services, mas, past.reportId, { userId: mar.id, sectionId: second })
    expect(mine.sessions).toHaveLength(1)
  })

  test('goes on over versions, page by page, and takes new rows in', async () => {
    const past = await write()
    for (let part = 0; part < 90; part += 1) {
      type(past.doc, past.section(part % 3), `${part} `)
      await past.save(part % 2 ? mas.id : mar.id, minutes(part * 6))
      if (part % 15 === 14) await nameVersion(services, mas, past.reportId, { moment: 'now', name: `Del ${part}` })
    }
    const all: number[] = []
    const found: number[] = []
    for (let before: number | undefined, pages = 0; pages < 10; pages += 1) {
      const page = await readTimeline(services, mas, past.reportId, { before })
      all.push(...page.sessions.map(session => session.toSeq))
      found.push(...page.versions.filter(version => version.kind === 'named').map(version => version.seq))
      if (page.next === null) break
      before = page.next
    }
    expect(all).toHaveLength(90)
    expect(all).toEqual(all.toSorted((one, other) => other - one))
    expect(new Set(found).size).toBe(6)
    type(past.doc, past.section(0), 'nytt')
    const last = await past.save(mas.id, minutes(1_000))
    expect((await readTimeline(services, mas, past.reportId)).sessions[0]?.toSeq).toBe(last)
  })

  test('of a report that nobody has written in is empty', async () => {
    const { id } = await world.report(mas.id)
    expect(await readTimeline(services, mas, id)).toMatchObject({ sessions: [], versions: [], next: null })
  })

  test('is unknown to those who may not read the report', async () => {
    const stranger = await world.user('Utomstående', null).then(id => loadActor(database.db, id))
    const { id } = await world.report(mas.id)
    if (stranger) await expect(readTimeline(services, stranger, id)).rejects.toThrow(NotFoundError)
  })
})

describe('named versions', () => {
  test('are a moment with a name, now or then, and can be renamed', async () => {
    const past = await write()
    type(past.doc, past.section(0), 'första')
    const first = await past.save(mas.id, minutes(0))
    type(past.doc, past.section(0), ' andra')
    const second = await past.save(mas.id, minutes(1))
    const now = await nameVersion(services, mas, past.reportId, { moment: 'now', name: ' Till nämnden ' })
    const then = await nameVersion(services, mas, past.reportId, { moment: first, name: 'Tidigt' })
    expect([now.seq, then.seq]).toEqual([second, first])
    await renameVersion(services, mas, now.id, 'Till nämnden 2')
    const named = (await versionsOf(past.reportId)).filter(version => version.kind === 'named')
    expect(named).toMatchObject([
      { seq: first, name: 'Tidigt', at: minutes(0), createdBy: mas.id },
      { seq: second, name: 'Till nämnden 2' },
    ])
    const { info, sections } = await readText(services, revisor, past.reportId, {
      moment: first,
      sectionId: past.section(0),
    })
    expect(sections[0]?.html).toBe('<p>första</p>')
    expect(info).toEqual({ moment: first, at: minutes(0).toISOString(), kind: 'named', name: 'Tidigt' })
  })

  test('need a name, the right to manage, and a moment that is known', async () => {
    const past = await write()
    type(past.doc, past.section(0), 'a')
    const seq = await past.save(mas.id)
    const name = (by: Actor, moment: 'now' | number, text: unknown) =>
      nameVersion(services, by, past.reportId, { moment, name: text })
    await expect(name(mas, 'now', '  ')).rejects.toThrow(InvalidInputError)
    await expect(name(mas, 'now', 'x'.repeat(101))).rejects.toMatchObject({ fields: { name: 'range' } })
    await expect(name(revisor, 'now', 'Min')).rejects.toThrow(NotAllowedError)
    await documents.fold(past.reportId)
    await expect(name(mas, seq + 1_000_000, 'Sedan')).rejects.toThrow(HistoryGoneError)
    await database.db.update(report).set({ lockedAt: new Date() }).where(eq(report.id, past.reportId))
    await expect(name(mas, 'now', 'Låst')).rejects.toMatchObject({ code: 'report-locked' })
    await expect(readTimeline(services, mas, past.reportId)).resolves.toBeDefined()
  })

  test('an automatic version has no name to change', async () => {
    const past = await write()
    type(past.doc, past.section(0), 'a')
    await past.save(mas.id)
    await documents.fold(past.reportId)
    const [start] = await versionsOf(past.reportId)
    await expect(renameVersion(services, mas, start?.id ?? '', 'Nytt')).rejects.toThrow(NotFoundError)
    await expect(renameVersion(services, mas, 'x', 'Nytt')).rejects.toThrow(NotFoundError)
  })
})

test('a row of several updates is one person’s, and counts as all of them', async () => {
  const past = await write()
  for (const word of ['ett ', 'två ', 'tre']) type(past.doc, past.section(0), word)
  type(past.doc, past.section(1), 'annat')
  const before = await past.save(mas.id)
  for (const word of ['fyra', 'fem']) type(past.doc, past.section(0), word)
  const seq = await past.saveTogether(mar.id)
  const { sessions } = await readTimeline(services, mas, past.reportId)
  expect(sessions[0]).toMatchObject({ userId: mar.id, beforeSeq: before, fromSeq: seq, toSeq: seq })
  expect(sessions[0]?.sections).toEqual([{ id: past.section(0), added: 'fyrafem'.length, removed: 0 }])
  const { sections } = await readText(services, mas, past.reportId, { moment: seq, sectionId: past.section(0) })
  expect(sections[0]?.html).toBe('<p>ett två trefyrafem</p>')
})

test('a row that Yjs cannot apply stops neither timeline nor text', async () => {
  const past = await write()
  type(past.doc, past.section(0), 'ett ')
  await past.save(mas.id)
  const data = new Uint8Array([1, 2, 3])
  await database.db.insert(reportUpdate).values({ reportId: past.reportId, userId: mar.id, data })
  type(past.doc, past.section(0), 'två')
  const seq = await past.save(mas.id)
  const { sessions } = await readTimeline(services, mas, past.reportId)
  expect(sessions.map(session => session.userId)).toEqual([mas.id])
  const rows = await database.db
    .select()
    .from(reportUpdate)
    .where(and(eq(reportUpdate.reportId, past.reportId), eq(reportUpdate.userId, mar.id)))
  expect(rows).toHaveLength(1)
  const { sections } = await readText(services, mas, past.reportId, { moment: seq, sectionId: past.section(0) })
  expect(sections[0]?.html).toBe('<p>ett två</p>')
})
