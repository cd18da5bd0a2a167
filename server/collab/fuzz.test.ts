import { setImmediate as turn } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { eq } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { reportDocument } from '#db/schema/document.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { CLOSE, MESSAGE } from '#editor/core/collab-protocol.ts'
import { loadActor } from '../auth/load-actor.ts'
import { log } from '../log.ts'
import { readLog } from '../testing/read-log.ts'
import { writeAwareness } from './awareness-message.ts'
import { MemorySocket } from './testing/memory-socket.ts'
import { goodFrames, mutant } from './testing/mutants.ts'
import { seeded } from './testing/seeded.ts'
import { collabSuite } from './testing/suite.ts'
import { message } from './testing/test-client.ts'
import { addParagraph, read, type } from './testing/text.ts'
import { until } from './testing/until.ts'

/** Others with `SAMSKRIFT_FUZZ_SEED`, more with `SAMSKRIFT_FUZZ_FRAMES`. */
const { SAMSKRIFT_FUZZ_SEED: seed = '20240611', SAMSKRIFT_FUZZ_FRAMES: frames = '100000' } = process.env
const FRAMES = Number(frames)
/** Handled before anybody else has a turn. */
const PER_TURN = 20
/** The neighbour writes once in so many; before the next time the partner must have it. */
const PER_KEY = 500
const WARM_UP = Math.floor(FRAMES / 5)
const MOST_GROWTH_BYTES = 48 * 1024 * 1024

const database = testDatabase()
// An attacker of any speed: how fast anybody may send is tested elsewhere.
const suite = collabSuite(database, {
  tuning: { messageBurst: 1e9, byteBurst: 1e12, connectionsPerUserAndRoom: 1e6, foldIdle: 200 },
})

setFlagsFromString('--expose_gc')
const collect = runInNewContext('gc') as () => void
const heap = (): number => {
  collect()
  return process.memoryUsage().heapUsed
}

test(`${FRAMES} mutated frames (seed ${seed}): the neighbours notice nothing, and no bad one leaves a trace`, {
  timeout: 600_000,
}, async () => {
  const warned = vi.spyOn(log, 'warn').mockImplementation(() => {})
  vi.spyOn(log, 'info').mockImplementation(() => {})
  const failed = vi.spyOn(log, 'error').mockImplementation(() => {})
  const chief = await suite.world.user('Enhetschef', 'bidragsgivare')
  const { id, sections } = await suite.world.report(suite.mas)
  const [attacked = '', ours = ''] = sections
  const seedState = (await database.db.select().from(reportDocument).where(eq(reportDocument.reportId, id)))[0]?.state
  const [neighbour, partner] = [await suite.join(id), await suite.join(id)]
  addParagraph(neighbour.doc, ours, '')
  await neighbour.allSaved()
  const user = { id: suite.mas, name: 'MAS', color: '#123456' }
  neighbour.send(message(MESSAGE.awareness, writeAwareness([{ client: 1, clock: 1, json: JSON.stringify({ user }) }])))
  await until('the partner sees the neighbour', () => partner.awareness.has(1))
  const attackers = (
    await Promise.all([suite.mas, chief, suite.revisor].map(user => loadActor(database.db, user)))
  ).flatMap(actor => actor ?? [])
  const { collab } = suite.server
  const random = seeded(Number(seed))
  const good = goodFrames(neighbour.doc, attacked, random)
  const refusals = new Map<number, number>()
  let connections = 0

  const open = async (): Promise<MemorySocket> => {
    const actor = attackers[random(attackers.length)] ?? attackers[0]
    if (!actor) throw new Error('no attacker')
    const socket = new MemorySocket()
    connections += 1
    collab.welcome(socket, { reportId: id, actor, isOurs: true, epoch: 0 })
    await handled(socket)
    return socket
  }
  /** All that it has sent: who is there is answered last, unless it was closed. */
  const handled = async (socket: MemorySocket): Promise<void> => {
    const answers = socket.heard.get(MESSAGE.awareness) ?? 0
    socket.send(message(MESSAGE.queryAwareness))
    while (socket.isOpen && (socket.heard.get(MESSAGE.awareness) ?? 0) === answers) await turn()
  }

  let attacker = await open()
  let warmHeap = 0
  let keys = 0
  for (let n = 0; n < FRAMES; n += 1) {
    if (!attacker.isOpen) attacker = await open()
    const { updatesAccepted } = collab.counters
    attacker.send(mutant(good, random))
    await handled(attacker)
    const { closeCode } = attacker
    if (closeCode !== null) refusals.set(closeCode, (refusals.get(closeCode) ?? 0) + 1)
    if (closeCode === CLOSE.malformed) expect(collab.counters.updatesAccepted).toBe(updatesAccepted)
    if (n % PER_TURN === 0) await turn()
    if (n % PER_KEY === 0) {
      expect(read(partner.doc, ours)).toBe(read(neighbour.doc, ours))
      type(neighbour.doc, ours, 'x')
      keys += 1
    }
    if (n === WARM_UP) warmHeap = heap()
  }
  attacker.leave()
  await neighbour.allSaved()
  await until('all is committed', () => collab.state().uncommitted.updates === 0)
  await vi.waitFor(() => expect(read(partner.doc, ours)).toBe(`\n${'x'.repeat(keys)}`), { timeout: 30_000 })
  const growth = heap() - warmHeap

  // Who was there is gone, and the neighbours are not.
  expect([neighbour.closeCode, partner.closeCode, collab.state().connections]).toEqual([null, null, 2])
  expect(neighbour.denied).toEqual([])
  expect(growth).toBeLessThan(MOST_GROWTH_BYTES)
  // Most frames are no use, and each of those ended a connection: with the code for that, and one line in the log.
  expect([...refusals.keys()]).toEqual([CLOSE.malformed])
  expect(refusals.get(CLOSE.malformed)).toBeGreaterThan(FRAMES / 4)
  const lines = warned.mock.calls.map(([fields]) => (fields as unknown as { why: string }).why)
  expect(lines.filter(why => why === 'malformed')).toHaveLength(refusals.get(CLOSE.malformed) ?? 0)
  for (const kind of new Set(lines)) expect(lines.filter(why => why === kind).length).toBeLessThanOrEqual(connections)
  expect(failed.mock.calls).toEqual([])

  // The log is what was accepted, all of it makes a document, and everybody has that document.
  const rows = await readLog(database.db, id)
  expect(rows).toHaveLength(collab.counters.updatesAccepted)
  const replay = new Y.Doc()
  for (const data of [seedState, ...rows.map(row => row.data)]) if (data) Y.applyUpdate(replay, data)
  expect([replay.store.pendingStructs, replay.store.pendingDs]).toEqual([null, null])
  const folded = await suite.server.documents.fold(id)
  expect(folded.unusable).toEqual([])
  const newcomer = await suite.join(id)
  for (const { doc } of [neighbour, partner, newcomer]) {
    for (const section of sections) {
      expect(doc.getXmlFragment(section).toString()).toBe(replay.getXmlFragment(section).toString())
    }
  }
})
