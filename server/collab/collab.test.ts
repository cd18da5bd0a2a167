import { eq, isNull } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { reportUpdate } from '#db/schema/document.ts'
import { useTestDatabase } from '#db/testing/test-database.ts'
import { TestClient } from './testing/test-client.ts'
import { read, type } from './testing/text.ts'
import { until } from './testing/until.ts'
import { startCollab, type TestServer, World } from './testing/world.ts'

const database = useTestDatabase()
let world: World
let server: TestServer
let mas: string

beforeAll(async () => {
  world = await World.create(database)
  mas = await world.user('Mia')
  server = await startCollab(world)
})
afterAll(() => server.stop())

const join = (reportId: string, userId = mas, doc?: Y.Doc): Promise<TestClient> =>
  new TestClient({ port: server.port, reportId, userId, doc }).ready()

describe('a stock y-websocket client', () => {
  function stock(reportId: string): { doc: Y.Doc; provider: WebsocketProvider } {
    const doc = new Y.Doc()
    class WithCookie extends WebSocket {
      constructor(url: string | URL) {
        super(url, { headers: { cookie: `user=${mas}` } })
      }
    }
    const provider = new WebsocketProvider(`ws://127.0.0.1:${server.port}/collab`, reportId, doc, {
      WebSocketPolyfill: WithCookie as unknown as typeof globalThis.WebSocket,
      disableBc: true,
    })
    return { doc, provider }
  }
  const synced = (provider: WebsocketProvider): Promise<void> => until('synced', () => provider.synced)

  test('two converge, and the content outlives the server', async () => {
    const { id, sections } = await world.report(mas)
    const [section = ''] = sections
    const [a, b] = [stock(id), stock(id)]
    await Promise.all([synced(a.provider), synced(b.provider)])
    type(a.doc, section, 'Hej ')
    await until('b has it', () => read(b.doc, section) === 'Hej ')
    type(b.doc, section, 'du')
    await until('a has it', () => read(a.doc, section) === 'Hej du')
    a.provider.destroy()
    b.provider.destroy()
    await server.stop()
    server = await startCollab(world)
    const c = stock(id)
    await synced(c.provider)
    expect(read(c.doc, section)).toBe('Hej du')
    c.provider.destroy()
  })
})
