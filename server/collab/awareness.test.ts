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

const user = (id: string, name = 'MAS', color = '#aa3366') => ({ user: { id, name, color } })
const seen = (client: TestClient, id: number): unknown => client.awareness.get(id)?.state

/** Whatever `from` sent before this has been handled when it arrives. */
async function handled(from: TestClient, own: number, clock: number, at: TestClient): Promise<void> {
  from.send(states([own, clock, { ...user(suite.mas), mark: clock }]))
  await until('handled', () => (seen(at, own) as { mark?: number } | undefined)?.mark === clock)
}

/** Sends back every state that it is sent, as y-websocket does. */
function echo(client: TestClient): void {
  client.ws.on('message', (frame: Buffer) => {
    if (frame[0] === MESSAGE.awareness) client.ws.send(frame)
  })
}

describe('awareness', () => {
  test('is relayed, newest last, and given to those who join', async () => {
    const { id } = await suite.world.report(suite.mas)
    const [a, b] = [await suite.join(id), await suite.join(id)]
    a.send(states([7, 1, { ...user(suite.mas), cursor: 1 }]))
    a.send(states([7, 2, { ...user(suite.mas), cursor: 2 }]))
    await until('seen', () => (seen(b, 7) as { cursor?: number } | undefined)?.cursor === 2)
    a.send(states([7, 1, { ...user(suite.mas), cursor: 'old' }]))
    await handled(a, 7, 3, b)
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
    const theirs = user(suite.revisor, 'Revisor')
    victim.send(states([5, 1, theirs]))
    await until('seen', () => b.awareness.has(5))
    a.send(states([5, 9, user(suite.mas)]))
    a.send(states([5, 10, null]))
    const c = await suite.join(id)
    c.send(states([6, 1, user(suite.mas)]))
    c.send(states([6, 2, theirs]))
    c.send(states([6, 3, { cursor: 1 }]))
    c.send(states([6, 4, { user: 'Revisor' }]))
    c.send(states([9, 1, user(suite.mas)]))
    await handled(c, 6, 5, b)
    expect(b.awareness.get(6)?.clock).toBe(5)
    expect(seen(b, 5)).toEqual(theirs)
    expect(b.awareness.has(9)).toBe(false)
  })

  test('may be taken over by the same person, whose dead connection is not yet noticed', async () => {
    const { id } = await suite.world.report(suite.mas)
    const [a, b, c] = [await suite.join(id), await suite.join(id), await suite.join(id)]
    a.send(states([5, 4, { ...user(suite.mas), cursor: 1 }]))
    await until('seen', () => b.awareness.has(5))
    c.send(states([5, 4, { ...user(suite.mas), cursor: 2 }]))
    await until('moved', () => (seen(b, 5) as { cursor: number }).cursor === 2)
    a.ws.terminate()
    await handled(c, 5, 5, b)
  })

  test('bears the name that the server knows, and no colour that is none', async () => {
    const { id } = await suite.world.report(suite.mas)
    const [a, b] = [await suite.join(id), await suite.join(id)]
    a.send(states([5, 1, { ...user(suite.mas, 'Kommundirektören', 'red;background:url(x)'), cursor: 1 }]))
    await until('seen', () => b.awareness.has(5))
    expect(seen(b, 5)).toEqual({ ...user(suite.mas, 'MAS', '#555555'), cursor: 1 })
  })

  test('that comes back from others of the same person is not taken for theirs', async () => {
    const { id } = await suite.world.report(suite.mas)
    const tabs = await Promise.all([1, 2, 3].map(() => suite.join(id)))
    for (const tab of tabs) echo(tab)
    const [a, b] = [await suite.join(id), await suite.join(id)]
    for (const [index, tab] of tabs.entries()) tab.send(states([10 + index, 1, user(suite.mas)]))
    await handled(a, 5, 1, b)
    for (let clock = 2; clock < 20; clock += 1) await handled(a, 5, clock, b)
    // Each echoing tab has heard and sent back all of it.
    for (const [index, tab] of tabs.entries()) {
      await until('heard', () => tab.awareness.get(5)?.clock === 19)
      await handled(tab, 10 + index, 2, b)
    }
    expect(b.awareness.get(5)?.clock).toBe(19)
    expect(b.heard.get(MESSAGE.awareness)).toBeLessThan(60)
  })

  test('of a full room may come back whole', async () => {
    const { id } = await suite.world.report(suite.mas)
    const [a, b] = [await suite.join(id), await suite.join(id)]
    a.send(states([5, 1, user(suite.mas)]))
    a.send(states(...Array.from({ length: 500 }, (_, i): [number, number, unknown] => [100 + i, 1, user(suite.mas)])))
    await handled(a, 5, 2, b)
    expect([...b.awareness.keys()]).toEqual([5])
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

  test('leaves a connection that says nothing but answers', async () => {
    const { id } = await suite.world.report(suite.mas)
    const a = await suite.join(id)
    let asked = 0
    a.ws.on('ping', () => {
      asked += 1
    })
    await until('asked again and again', () => asked >= 3)
    expect(a.ws.readyState).toBe(a.ws.OPEN)
    expect(suite.server.collab.presence.inReport(id)).toHaveLength(1)
  })

  test('cuts a connection that does not answer', async () => {
    const { id } = await suite.world.report(suite.mas)
    const a = await suite.join(id)
    await a.allSaved()
    expect(suite.server.collab.presence.inReport(id)).toEqual([{ userId: suite.mas, name: 'MAS' }])
    a.ws.pause()
    await until('gone', () => suite.server.collab.presence.inReport(id).length === 0)
  })
})
