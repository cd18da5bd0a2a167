import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { testDatabase } from '#db/testing/test-database.ts'
import { readLog } from '../testing/read-log.ts'
import { startNodeProcess } from './testing/start-node-process.ts'
import { collabSuite } from './testing/suite.ts'
import { testRedis } from './testing/test-redis.ts'
import { read, type } from './testing/text.ts'
import { until } from './testing/until.ts'
import { startCollab, type TestServer } from './testing/world.ts'

const database = testDatabase()
const redis = testRedis()
const suite = collabSuite(database)

let survivor: TestServer
beforeAll(async () => {
  survivor = await startCollab(suite.world, {
    bus: redis.bus(),
    events: true,
    tuning: { logCheck: 200, foreignPatience: 100, nodeTimeout: 1_000, nodeHeartbeat: 200, foldIdle: 60_000 },
  })
})
afterAll(() => survivor.stop())

const rowsOf = (reportId: string) => readLog(database.db, reportId)

/** A node dies when it has sent text to the others and before it could commit it. */
async function lostWithItsNode() {
  const { id, sections } = await suite.world.report(suite.mas)
  const [section = ''] = sections
  const node = await startNodeProcess(database.url, redis)
  const a = await suite.join(id, { port: node.port })
  const b = await suite.join(id, { port: survivor.port })
  await Promise.all([a.allSaved(), b.allSaved()])
  const connection = await database.sql.reserve()
  await connection`begin`
  await connection`select 1 from report where id = ${id} for no key update`
  type(a.doc, section, 'ett ')
  type(a.doc, section, 'två ')
  await until('b has it', () => read(b.doc, section) === 'ett två ')
  await node.kill()
  await a.closed
  expect(a.saved).toBe(1)
  expect(await rowsOf(id)).toHaveLength(0)
  return {
    id,
    section,
    a,
    b,
    async release() {
      await connection`commit`
      connection.release()
    },
  }
}

async function stored(id: string): Promise<Y.Doc> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, (await survivor.documents.fold(id)).state)
  expect(doc.store.pendingStructs).toBeNull()
  return doc
}

test('the text is committed by the other node, and saved for its writer only then', async () => {
  const { id, section, a, b, release } = await lostWithItsNode()
  // All of it is known at the other node, and none of it is in the log.
  const again = await suite.join(id, { port: survivor.port, doc: a.doc })
  type(again.doc, section, 'tre')
  await until('b has it', () => read(b.doc, section) === 'ett två tre')
  expect(again.saved).toBe(0)
  await release()
  await again.allSaved()
  expect(await rowsOf(id)).toHaveLength(3)
  expect(read(await stored(id), section)).toBe('ett två tre')
}, 60_000)

test('the text is committed even if its writer never comes back, with what others built on it', async () => {
  const { id, section, b, release } = await lostWithItsNode()
  await release()
  type(b.doc, section, 'tre')
  await b.allSaved()
  await until('adopted', async () => (await rowsOf(id)).length === 3)
  expect((await rowsOf(id)).every(row => row.userId === suite.mas)).toBe(true)
  expect(read(await stored(id), section)).toBe('ett två tre')
}, 60_000)

test('a node that closes before it knows writes down what it holds', async () => {
  const { id, section, b, release } = await lostWithItsNode()
  const stopped = survivor.stop()
  await until('told', () => b.comeBackIn !== null)
  await release()
  await stopped
  survivor = await startCollab(suite.world, { bus: redis.bus(), events: true })
  expect(read((await suite.join(id, { port: survivor.port })).doc, section)).toBe('ett två ')
}, 60_000)
