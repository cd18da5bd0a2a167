import { eq } from 'drizzle-orm'
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { roleGrant } from '#db/schema/user.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { CLOSE, MESSAGE } from '#editor/core/collab-protocol.ts'
import { publish } from '../events.ts'
import { readLog } from '../testing/read-log.ts'
import { collabSuite } from './testing/suite.ts'
import { message, type TestClient } from './testing/test-client.ts'
import { testRedis } from './testing/test-redis.ts'
import { read, type } from './testing/text.ts'
import { until } from './testing/until.ts'
import { startCollab, type TestServer } from './testing/world.ts'

const database = testDatabase()
const redis = testRedis()
const suite = collabSuite(database)
const tuning = { nodeHeartbeat: 100, nodeTimeout: 1_000, logCheck: 60_000 }

let one: TestServer
let two: TestServer
beforeAll(async () => {
  one = await startCollab(suite.world, { bus: redis.bus(), events: true, tuning })
  two = await startCollab(suite.world, { bus: redis.bus(), events: true, tuning })
})
afterAll(() => Promise.all([one.stop(), two.stop()]))

const at = (server: TestServer, id: string, options = {}): Promise<TestClient> =>
  suite.join(id, { port: server.port, ...options })

const rowsOf = (reportId: string) => readLog(database.db, reportId)

const awareness = (client: number, clock: number, state: unknown): Uint8Array => {
  const encoder = createEncoder()
  writeVarUint(encoder, 1)
  writeVarUint(encoder, client)
  writeVarUint(encoder, clock)
  writeVarString(encoder, JSON.stringify(state))
  return message(MESSAGE.awareness, toUint8Array(encoder))
}
const user = (id: string, name = 'MAS') => ({ user: { id, name, color: '#aa3366' } })

describe('text', () => {
  test('written at one node is at the other, once in the log, and saved for its writer', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const [section = ''] = sections
    const [a, b] = [await at(one, id), await at(two, id)]
    for (let n = 0; n < 100; n += 1) type(n % 2 ? a.doc : b.doc, sections[n % 3] ?? '', `${n} `)
    await Promise.all([a.allSaved(), b.allSaved()])
    const texts = (client: TestClient): string => JSON.stringify(sections.map(each => read(client.doc, each)))
    await until('the same', () => texts(a) === texts(b) && read(a.doc, section).includes('99'))
    expect(await rowsOf(id)).toHaveLength(100)
    expect(b.heard.get(MESSAGE.denied)).toBeUndefined()
  })

  test('is folded by whichever node, and both go on from there', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const [section = ''] = sections
    const [a, b] = [await at(one, id), await at(two, id)]
    type(a.doc, section, 'ett ')
    await until('b has it', () => read(b.doc, section) === 'ett ')
    await a.allSaved()
    await Promise.all([one.documents.fold(id), two.documents.fold(id)])
    type(b.doc, section, 'två ')
    await until('a has it', () => read(a.doc, section) === 'ett två ')
    await b.allSaved()
    const { state } = await two.documents.fold(id)
    const stored = new Y.Doc()
    Y.applyUpdate(stored, state)
    expect(read(stored, section)).toBe('ett två ')
    const c = await at(two, id)
    expect(read(c.doc, section)).toBe('ett två ')
  })

  test('that is not committed where it was written is not saved where it arrives', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const [section = ''] = sections
    const [a, b] = [await at(one, id), await at(two, id)]
    await Promise.all([a.allSaved(), b.allSaved()])
    const connection = await database.sql.reserve()
    await connection`begin`
    await connection`select 1 from report where id = ${id} for no key update`
    type(a.doc, section, 'väntar')
    await until('b has it', () => read(b.doc, section) === 'väntar')
    // The same person at the other node, with the text already: all of it is known there, and none of it is saved.
    const again = await at(two, id, { doc: a.doc })
    expect(again.sent).toBeGreaterThan(0)
    expect([a.saved, again.saved]).toEqual([1, 0])
    expect(await rowsOf(id)).toHaveLength(0)
    await connection`commit`
    connection.release()
    await Promise.all([a.allSaved(), again.allSaved()])
    expect(await rowsOf(id)).toHaveLength(1)
  })

  test('of a large update comes by way of the log', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const [a, b] = [await at(one, id), await at(two, id)]
    type(a.doc, sections[0] ?? '', 'x'.repeat(1_200_000))
    await until('b has it', () => read(b.doc, sections[0] ?? '').length === 1_200_000)
  })
})

describe('who is here', () => {
  test('is known at both nodes, in the report and in the list', async () => {
    const { id } = await suite.world.report(suite.mas)
    const a = await at(one, id)
    a.send(awareness(7, 1, { ...user(suite.mas), cursor: 1 }))
    const b = await at(two, id, { userId: suite.revisor })
    await until('the caret is at b', () => b.awareness.get(7)?.state !== undefined)
    expect(b.awareness.get(7)?.state).toEqual({ ...user(suite.mas), cursor: 1 })
    const names = (server: TestServer): string =>
      server.collab.presence
        .inReport(id)
        .map(person => person.name)
        .sort()
        .join()
    await until('both lists', () => names(one) === 'MAS,Revisor' && names(two) === names(one))
    await a.close()
    await until('the caret is gone', () => b.awareness.get(7)?.state === null)
    await until('a is gone', () => names(two) === 'Revisor' && names(one) === names(two))
  })

  test('moves with a client from one node to the other and back', async () => {
    const { id } = await suite.world.report(suite.mas)
    const watcher = await at(two, id)
    const cursor = (): unknown => watcher.awareness.get(9)?.state?.cursor
    const a = await at(one, id)
    a.send(awareness(9, 5, { ...user(suite.mas), cursor: 1 }))
    await until('seen', () => cursor() === 1)
    // The first connection is dead, but nobody has noticed.
    const b = await at(two, id)
    b.send(awareness(9, 5, { ...user(suite.mas), cursor: 2 }))
    await until('moved', () => cursor() === 2)
    a.ws.terminate()
    const c = await at(one, id)
    await until('known at one', () => c.awareness.get(9)?.state?.cursor === 2)
    c.send(awareness(9, 6, { ...user(suite.mas), cursor: 3 }))
    await until('moved back', () => cursor() === 3)
  })

  test('ends when the node leaves', async () => {
    const { id } = await suite.world.report(suite.mas)
    const three = await startCollab(suite.world, { bus: redis.bus(), tuning })
    const [a, b] = [await at(three, id), await at(two, id)]
    a.send(awareness(7, 1, user(suite.mas)))
    await until('seen', () => b.awareness.get(7)?.state !== undefined)
    await three.stop()
    await until('gone', () => b.awareness.get(7)?.state === null)
  })

  test('cannot be said in the name of another: such a message has no effect', async () => {
    const { id } = await suite.world.report(suite.mas)
    const b = await at(two, id)
    const { writeBusMessage } = await import('./bus/bus-message.ts')
    const bus = redis.bus()
    await until('up', () => bus.isUp)
    const say = (states: { client: number; userId: string; json: string }[]): void =>
      bus.publish(
        `report:${id}`,
        writeBusMessage('x', { kind: 'awareness', whole: false, states: states.map(each => ({ ...each, clock: 1 })) }),
      )
    bus.publish(`report:${id}`, new Uint8Array([1, 2, 3, 255]))
    bus.publish(
      `report:${id}`,
      writeBusMessage('x', {
        kind: 'updates',
        updates: [{ number: 1, userId: suite.mas, bytes: new Uint8Array([9]) }],
      }),
    )
    say([{ client: 3, userId: suite.revisor, json: JSON.stringify(user(suite.mas)) }])
    say([{ client: 4, userId: suite.mas, json: JSON.stringify(user(suite.mas)) }])
    await until('the proper one', () => b.awareness.has(4))
    expect(b.awareness.has(3)).toBe(false)
    expect(b.closeCode).toBeNull()
  })
})

describe('what changes in the database', () => {
  test('a lock at one node acts on clients of the other within a second', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const b = await at(two, id)
    await suite.world.lock(id)
    await publish(database.db, { type: 'locked', reportId: id })
    await until('told', () => b.changed.includes('locked'), 1_000)
    type(b.doc, sections[0] ?? '', 'för sent')
    await until('denied', () => b.denied.length === 1)
    expect(b.denied[0]?.reason).toBe('locked')
  })

  test('text that a lock refuses is taken back at both nodes', async () => {
    const { id, sections } = await suite.world.report(suite.mas)
    const [section = ''] = sections
    const [a, b] = [await at(one, id), await at(two, id)]
    const connection = await database.sql.reserve()
    await connection`begin`
    await connection`select 1 from report where id = ${id} for no key update`
    type(a.doc, section, 'för sent')
    await until('b has it', () => read(b.doc, section) === 'för sent')
    await connection`update report set locked_at = now() where id = ${id}`
    await connection`commit`
    connection.release()
    await until('denied', () => a.denied.length === 1)
    await until('newcomers do not see it', async () => read((await at(two, id)).doc, section) === '')
    expect(await rowsOf(id)).toHaveLength(0)
  })

  test('rights that end at one node end at the other', async () => {
    const { id } = await suite.world.report(suite.mas)
    const other = await suite.world.user('Handläggare')
    const b = await at(two, id, { userId: other })
    await database.db.delete(roleGrant).where(eq(roleGrant.userId, other))
    await publish(database.db, { type: 'rights', userId: other })
    expect(await b.closed).toBe(CLOSE.noRights)
  })
})
