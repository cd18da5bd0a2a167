import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { afterEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { testDatabase } from '#db/testing/test-database.ts'
import { MESSAGE } from '#editor/core/collab-protocol.ts'
import { log } from '../log.ts'
import { readLog } from '../testing/read-log.ts'
import { LossyBus } from './testing/lossy-bus.ts'
import { seeded } from './testing/seeded.ts'
import { collabSuite } from './testing/suite.ts'
import { message, type TestClient } from './testing/test-client.ts'
import { testRedis } from './testing/test-redis.ts'
import { addParagraph, read, type } from './testing/text.ts'
import { until } from './testing/until.ts'
import { startCollab, type TestServer, type TestServerOptions } from './testing/world.ts'

const database = testDatabase()
const redis = testRedis()
const suite = collabSuite(database)

const tuning = { logCheck: 200, foreignPatience: 200, nodeHeartbeat: 100, nodeTimeout: 4_000, foldIdle: 300 }
const servers: TestServer[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map(server => server.stop()))
  await redis.closeBuses()
})

async function node(options: TestServerOptions): Promise<TestServer> {
  const server = await startCollab(suite.world, { events: true, tuning, ...options })
  servers.push(server)
  return server
}

const rowsOf = (reportId: string) => readLog(database.db, reportId)

/** Whole documents, deletions and all. */
const everything = (doc: Y.Doc): string => JSON.stringify([...doc.share.keys()].sort().map(key => read(doc, key)))

async function converged(clients: TestClient[], id: string, server: TestServer): Promise<void> {
  await Promise.all(clients.map(client => client.allSaved(20_000)))
  await until('the same everywhere', () => new Set(clients.map(client => everything(client.doc))).size === 1, 20_000)
  const stored = new Y.Doc()
  Y.applyUpdate(stored, (await server.documents.fold(id)).state)
  expect(stored.store.pendingStructs).toBeNull()
  const [client] = clients
  for (const key of client?.doc.share.keys() ?? []) stored.getXmlFragment(key)
  expect(everything(stored)).toBe(everything(client?.doc ?? new Y.Doc()))
}

test.each([1, 2, 3])(
  'a bus that loses, repeats and delays: everyone has everything, each once in the log (seed %i)',
  async seed => {
    const { id, sections } = await suite.world.report(suite.mas)
    const buses = [0, 1].map(n => new LossyBus(redis.bus(), { lost: 30, twice: 10, late: 10 }, seed * 10 + n))
    const nodes = await Promise.all(buses.map(bus => node({ bus })))
    const clients = await Promise.all([0, 1, 2, 3].map(n => suite.join(id, { port: nodes[n % 2]?.port ?? 0 })))
    await Promise.all(clients.map(client => client.allSaved()))
    const random = seeded(seed)
    for (let n = 0; n < 300; n += 1) {
      const doc = clients[random(4)]?.doc ?? new Y.Doc()
      const section = sections[random(3)] ?? ''
      const fragment = doc.getXmlFragment(section)
      const what = random(10)
      if (what === 0) addParagraph(doc, section, `stycke ${n}`)
      else if (what === 1 && fragment.length > 2) fragment.delete(random(fragment.length), 1)
      else type(doc, section, `${n} `)
      if (n % 3 === 0) await new Promise(resolve => setImmediate(resolve))
    }
    await converged(clients, id, nodes[0] as TestServer)
    // Two people may delete the same; text is written once.
    const written = (await rowsOf(id))
      .filter(row => row.data[0] !== 0)
      .map(row => Buffer.from(row.data).toString('hex'))
    expect(new Set(written).size).toBe(written.length)
    for (const { happened } of buses) expect(Math.min(happened.lost, happened.twice, happened.late)).toBeGreaterThan(0)
  },
  60_000,
)

test('Redis goes in the middle of typing and comes back: nobody is held up, nothing is lost', async () => {
  const failed = vi.spyOn(log, 'error')
  const worked = vi.spyOn(log, 'info')
  const lines = (spy: typeof failed | typeof worked): number =>
    spy.mock.calls.filter(([, text]) => String(text).startsWith('the bus between the nodes')).length
  const { id, sections } = await suite.world.report(suite.mas)
  const [section = ''] = sections
  const buses = [redis.bus(), redis.bus()]
  const [one, two] = await Promise.all(buses.map(bus => node({ bus })))
  const [a, b] = await Promise.all([one, two].map(server => suite.join(id, { port: server?.port ?? 0 })))
  if (!one || !a || !b) throw new Error('not there')
  const write = async (word: string): Promise<void> => {
    for (let n = 0; n < 50; n += 1) {
      type(n % 2 ? a.doc : b.doc, sections[n % 3] ?? '', `${word}${n} `)
      await new Promise(resolve => setImmediate(resolve))
    }
  }
  await until('connected', () => buses.every(bus => bus.isUp))
  await write('med')
  const killed = redis.kill()
  await write('under')
  await killed
  await write('utan')
  await converged([a, b], id, one)
  expect(read(a.doc, section)).toContain('utan')
  await until('noticed', () => buses.every(bus => !bus.isUp))

  const back = redis.back()
  await write('åter')
  await back
  await converged([a, b], id, one)
  await until('connected', () => buses.every(bus => bus.isUp))
  // Carets go by the bus alone.
  const state = createEncoder()
  writeVarUint(state, 1)
  writeVarUint(state, 7)
  writeVarUint(state, 1)
  writeVarString(state, JSON.stringify({ user: { id: suite.mas, name: 'MAS', color: '#aa3366' } }))
  a.send(message(MESSAGE.awareness, toUint8Array(state)))
  await until('the caret is at b', () => b.awareness.has(7))
  expect(await rowsOf(id)).toHaveLength(200)
  expect([lines(failed), lines(worked)]).toEqual([2, 2])
}, 60_000)
