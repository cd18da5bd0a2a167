import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { reportDocument } from '#db/schema/document.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { readStored } from './read-stored.ts'
import { World } from './testing/world.ts'

const database = testDatabase()

test.each([0, 1, 16_000, 17_000, 70_000, 3_000_000])('a state of %i bytes is read as it was stored', async length => {
  const world = await World.create(database)
  const { id } = await world.report(await world.user('MAS'))
  const state = Uint8Array.from({ length }, (_, index) => (index * 7) % 256)
  const stateVector = Uint8Array.of(1, 255, 0, 10)
  const changed = { state, stateVector, seq: 2 ** 40, editorVersion: 7 }
  await database.db.update(reportDocument).set(changed).where(eq(reportDocument.reportId, id))
  const [row] = await database.sql<{ version: string }[]>`
    select xmin::text as version from report_document where report_id = ${id}`
  const [stored, again] = await Promise.all([readStored(database.sql, id), readStored(database.sql, id)])
  const { seq, editorVersion, version } = stored ?? {}
  expect({ seq, editorVersion, version }).toEqual({ seq: 2 ** 40, editorVersion: 7, version: row?.version })
  expect(Buffer.compare(stored?.state ?? Buffer.alloc(1), state)).toBe(0)
  expect([...(stored?.stateVector ?? [])]).toEqual([...stateVector])
  expect(Buffer.compare(again?.state ?? Buffer.alloc(1), state)).toBe(0)
})

test('many at once and after one another, on few connections', async () => {
  const world = await World.create(database)
  const { id } = await world.report(await world.user('MAS'))
  const state = new Uint8Array(40_000)
  await database.db.update(reportDocument).set({ state }).where(eq(reportDocument.reportId, id))
  for (let round = 0; round < 5; round += 1) {
    const copied = Array.from({ length: 40 }, () => readStored(database.sql, id))
    // Other work goes on meanwhile, more of it than there are connections.
    const asked = Array.from({ length: 200 }, (_, n) => database.sql<{ n: number }[]>`select ${n}::int as n`)
    for (const stored of await Promise.all(copied)) expect(stored?.state.length).toBe(40_000)
    expect((await Promise.all(asked)).map(([row]) => row?.n)).toEqual(asked.map((_, n) => n))
  }
})

test('a report without a document has none, and what is no id is not asked for', async () => {
  expect(await readStored(database.sql, crypto.randomUUID())).toBeNull()
  await expect(readStored(database.sql, "' or true --")).rejects.toThrow(TypeError)
})
