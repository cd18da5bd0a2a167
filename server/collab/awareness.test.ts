import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import { testDatabase } from '#db/testing/test-database.ts'
import { CLOSE, MESSAGE } from '#editor/core/collab-protocol.ts'
import { collabSuite } from './testing/suite.ts'
import { message, type TestClient } from './testing/test-client.ts'
import { until } from './testing/until.ts'

const database = testDatabase()
const suite = collabSuite(database, { tuning: { heartbeat: 100 } })

function states(...entries: [client: number, clock: number, state: unknown][]): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, entries.length)
  for (const [client, clock, state] of entries) {
    writeVarUint(encoder, client)
    writeVarUint(encoder, clock)
    writeVarString(encoder, typeof state === 'string' ? state : JSON.stringify(state))
  }
  return message(MESSAGE.awareness, toUint8Array(encoder))
}

const user = (id: string, name = 'Mia Mas', color = '#aa3366') => ({ user: { id, name, color } })
const seen = (client: TestClient, id: number): unknown => client.awareness.get(id)?.state

/** Whatever was sent before this has been handled when it arrives. */
let mark = 900_000
async function handled(from: TestClient, at: TestClient, userId = suite.mas): Promise<void> {
  mark += 1
  const own = mark
  from.send(states([own, 1, user(userId)]))
  await until('handled', () => at.awareness.has(own))
  from.send(states([own, 2, null]))
}

describe('awareness', () => {
  test('is relayed, newest last, and given to those who join', async () => {
    const { id } = await suite.world.report(suite.mas)
    const [a, b] = [await suite.join(id), await suite.join(id)]
    a.send(states([7, 1, { ...user(suite.mas), cursor: 1 }]))
    a.send(states([7, 2, { ...user(suite.mas), cursor: 2 }]))
    a.send(states([7, 1, { ...user(suite.mas), cursor: 'old' }]))
    await handled(a, b)
    expect(seen(b, 7)).toEqual({ ...user(suite.mas), cursor: 2 })
    expect(a.awareness.size).toBe(0)
    const c = await suite.join(id)
    await until('told', () => c.awareness.has(7))
    c.awareness.clear()
    c.send(message(MESSAGE.queryAwareness))
    await until('told again', () => c.awareness.has(7))
  })

  test('ends with the connection', async () => {
    const { id } = await suite.world.report(suite.mas)
    const [a, b] = [await suite.join(id), await suite.join(id)]
    a.send(states([7, 3, user(suite.mas)]))
    await until('seen', () => b.awareness.has(7))
    a.ws.terminate()
    await until('gone', () => seen(b, 7) === null)
    // Back with the clock that it had: others would ignore that, so it is moved on.
    const again = await suite.join(id)
    again.send(states([7, 3, user(suite.mas)]))
    await until('back', () => seen(b, 7) !== null)
    expect(b.awareness.get(7)?.clock).toBe(4)
    again.send(states([7, 4, null]))
    await until('gone', () => seen(b, 7) === null)
  })

  test('belongs to the connection that used the id first, and to its own user', async () => {
    const { id } = await suite.world.report(suite.mas)
    const victim = await suite.join(id, { userId: suite.revisor })
    const [a, b] = [await suite.join(id), await suite.join(id)]
    const theirs = user(suite.revisor, 'Rut Revisor')
    victim.send(states([5, 1, theirs]))
    await until('seen', () => b.awareness.has(5))
    a.send(states([5, 9, user(suite.mas)], [5, 10, null]))
    a.send(states([6, 1, theirs]))
    a.send(states([8, 1, { cursor: 1 }]))
    a.send(states([9, 1, { user: 'Rut' }]))
    await handled(a, b)
    expect(seen(b, 5)).toEqual(theirs)
    for (const foreign of [6, 8, 9]) expect(b.awareness.has(foreign)).toBe(false)
  })

  test('may be taken over by the same person, whose dead connection is not yet noticed', async () => {
    const { id } = await suite.world.report(suite.mas)
    const [a, b, c] = [await suite.join(id), await suite.join(id), await suite.join(id)]
    a.send(states([5, 4, { ...user(suite.mas), cursor: 1 }]))
    await until('seen', () => b.awareness.has(5))
    c.send(states([5, 4, { ...user(suite.mas), cursor: 2 }]))
    await until('moved', () => (seen(b, 5) as { cursor: number }).cursor === 2)
    a.ws.terminate()
    await handled(c, b)
    expect(seen(b, 5)).not.toBeNull()
  })

  test('bears the name that the server knows, and no colour that is none', async () => {
    const { id } = await suite.world.report(suite.mas)
    const [a, b] = [await suite.join(id), await suite.join(id)]
    a.send(states([5, 1, { ...user(suite.mas, 'Kommundirektören', 'red;background:url(x)'), cursor: 1 }]))
    await until('seen', () => b.awareness.has(5))
    expect(seen(b, 5)).toEqual({ ...user(suite.mas, 'Mia Mas', '#555555'), cursor: 1 })
  })

  test('of more than eight clients of one connection is ignored', async () => {
    const { id } = await suite.world.report(suite.mas)
    const [a, b] = [await suite.join(id), await suite.join(id)]
    for (let client = 1; client <= 20; client += 1) a.send(states([client, 1, user(suite.mas)]))
    a.send(states([8, 2, { ...user(suite.mas), last: true }]))
    await until('seen', () => JSON.stringify(seen(b, 8) ?? '').includes('last'))
    expect(b.awareness.size).toBe(8)
  })

  test.each([
    ['no JSON', '{"user"'],
    ['an array', '[]'],
    ['a string', '"x"'],
    ['too large', JSON.stringify({ x: 'y'.repeat(10_001) })],
  ])('that is %s closes the connection', async (_what, state) => {
    const { id } = await suite.world.report(suite.mas)
    const a = await suite.join(id)
    a.send(states([5, 1, state]))
    expect(await a.closed).toBe(CLOSE.malformed)
  })
})

describe('the heartbeat', () => {
  test('says something that y-websocket hears, to everyone', async () => {
    const { id } = await suite.world.report(suite.mas)
    const a = await suite.join(id, { version: null })
    await until('heard', () => (a.heard.get(MESSAGE.awareness) ?? 0) >= 3)
    expect(a.awareness.size).toBe(0)
  })

  test('cuts a connection that does not answer', async () => {
    const { id } = await suite.world.report(suite.mas)
    const a = await suite.join(id)
    await a.allSaved()
    expect(suite.server.collab.presence.inReport(id)).toEqual([{ userId: suite.mas, name: 'Mia Mas' }])
    a.ws.pause()
    await until('gone', () => suite.server.collab.presence.inReport(id).length === 0)
  })
})
