import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reportUpdate } from '#db/schema/document.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { loadActor } from '../auth/load-actor.ts'
import { type } from '../collab/testing/text.ts'
import { World } from '../collab/testing/world.ts'
import { createDocuments } from '../documents/create-documents.ts'
import type { Documents } from '../documents/documents.ts'
import type { Actor } from '../policies/actor.ts'
import { updateSection } from '../reports/update-section.ts'
import { nameVersion } from './name-version.ts'
import { readTimeline } from './read-timeline.ts'
import { Past } from './testing/past.ts'
import { Writers } from './writers.ts'

const database = testDatabase()
let world: World
let documents: Documents
let services: { db: typeof database.db; documents: Documents }
let mas: Actor
let mar: Actor

async function person(name: string): Promise<Actor> {
  const loaded = await loadActor(database.db, await world.user(name))
  if (!loaded) throw new Error('no actor')
  return loaded
}

beforeAll(async () => {
  world = await World.create(database)
  documents = createDocuments(database)
  services = { db: database.db, documents }
  await documents.history.ready()
  mas = await person('MAS')
  mar = await person('MAR')
})
afterAll(() => documents.close())

describe('changes besides the text', () => {
  test('are in the timeline of a report that nobody has written in, by section and by person', async () => {
    const { id, sections } = await world.report(mas.id)
    const [first = '', second = ''] = sections
    const silent = await person('Ansvarig')
    await updateSection(services, mas, first, { status: 'draft' })
    await updateSection(services, mar, second, { ownerId: silent.id, deadline: '2024-03-01' })
    const all = await readTimeline(services, mas, id)
    expect(all.changes).toMatchObject([
      { userId: mas.id, holderId: first, field: 'status', before: 'empty', after: 'draft' },
      { userId: mar.id, holderId: second, field: 'owner', before: null, after: silent.id },
      { userId: mar.id, holderId: second, field: 'deadline', before: null, after: '2024-03-01' },
    ])
    expect(all.people.toSorted()).toEqual([mas.id, mar.id].toSorted())
    expect(all.names).toMatchObject({ [mas.id]: 'MAS', [mar.id]: 'MAR', [silent.id]: 'Ansvarig' })
    const ofFirst = await readTimeline(services, mas, id, { sectionId: first })
    expect(ofFirst.changes.map(change => change.field)).toEqual(['status'])
    const ofMar = await readTimeline(services, mas, id, { userId: mar.id })
    expect(ofMar.changes.map(change => change.field)).toEqual(['owner', 'deadline'])
    const other = await world.report(mas.id)
    expect((await readTimeline(services, mas, other.id)).changes).toEqual([])
  })

  test('are each on one page, the page of their time', async () => {
    const past = await Past.create(world, database, mas.id)
    const section = past.section(0)
    const at = (part: number): Date => new Date(Date.UTC(2024, 0, 15, 9, 0) + part * 360_000)
    for (let part = 0; part < 90; part += 1) {
      type(past.doc, section, `${part} `)
      await past.save(part % 2 ? mas.id : mar.id, at(part))
      if (part % 15 !== 14) continue
      await updateSection(services, mas, section, { deadline: `2024-01-${10 + Math.floor(part / 15)}` })
      await nameVersion(services, mas, past.reportId, { moment: 'now', name: `Del ${part}` })
    }
    await updateSection(services, mas, section, { status: 'done' })
    const pages: unknown[][] = []
    for (let before: number | undefined; pages.length < 10; ) {
      const page = await readTimeline(services, mas, past.reportId, { before })
      pages.push(page.changes.map(change => change.after).reverse())
      if (page.next === null) break
      before = page.next
    }
    expect(pages.length).toBeGreaterThan(1)
    const days = [15, 14, 13, 12, 11, 10].map(day => `2024-01-${day}`)
    expect(pages.flat()).toEqual(['done', ...days])
    expect(pages[0]?.slice(0, 2)).toEqual(['done', '2024-01-15'])
    expect(pages.at(-1)).toContain('2024-01-10')
  })
})

describe('the people of a log', () => {
  test('are found once, and those who come later, also under numbers that were passed', async () => {
    const writers = new Writers()
    const past = await Past.create(world, database, mas.id)
    expect(await writers.of(database.db, past.reportId)).toEqual([])
    type(past.doc, past.section(0), 'ett')
    const seq = await past.save(mas.id)
    const [free] = await database.sql<{ seq: string }[]>`
      select nextval(pg_get_serial_sequence('report_update', 'seq')) as seq`
    type(past.doc, past.section(0), 'två')
    await past.save(mas.id)
    expect(await writers.of(database.db, past.reportId)).toEqual([mas.id])
    await database.db.execute(sql`
      insert into ${reportUpdate} (seq, report_id, user_id, data) overriding system value
      select ${Number(free?.seq)}, report_id, ${mar.id}, data from ${reportUpdate} where seq = ${seq}`)
    expect(await writers.of(database.db, past.reportId)).toEqual([mas.id, mar.id])
  })

  test('are all found though only the end of a long log is looked at again', async () => {
    const writers = new Writers()
    const { id } = await world.report(mas.id)
    const fill = (rows: number, userId: string) =>
      database.db.execute(sql`
        insert into ${reportUpdate} (report_id, user_id, data, folded_at)
        select ${id}, ${userId}, '\\x0000'::bytea, now() from generate_series(1, ${rows}::int)`)
    await fill(10, mar.id)
    await fill(5_000, mas.id)
    expect((await writers.of(database.db, id)).toSorted()).toEqual([mas.id, mar.id].toSorted())
    await fill(3, mas.id)
    expect((await writers.of(database.db, id)).toSorted()).toEqual([mas.id, mar.id].toSorted())
  })
})
