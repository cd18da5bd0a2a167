import { afterAll, afterEach, beforeAll } from 'vitest'
import type { TestDatabase } from '#db/testing/test-database.ts'
import { TestClient, type TestClientOptions } from './test-client.ts'
import { startCollab, type TestServer, type TestServerOptions, World } from './world.ts'

export interface Suite {
  database: TestDatabase
  world: World
  server: TestServer
  /** A MAS, who may write, and a revisor, who may read. */
  mas: string
  revisor: string
  /** A connection that is closed after the test. */
  client(options: Partial<TestClientOptions> & { reportId: string }): TestClient
  /** The same as the MAS unless told otherwise, and synced. */
  join(reportId: string, options?: Partial<TestClientOptions>): Promise<TestClient>
  restart(options?: TestServerOptions): Promise<void>
}

/** An organisation and a co-editing server on the test file's database. */
export function collabSuite(database: TestDatabase, options: TestServerOptions = {}): Suite {
  const open: TestClient[] = []
  const suite = { database } as Suite
  beforeAll(async () => {
    const world = await World.create(database)
    Object.assign(suite, {
      world,
      mas: await world.user('MAS'),
      revisor: await world.user('Revisor', 'revisor'),
      server: await startCollab(world, options),
    })
  })
  suite.client = given => {
    const client = new TestClient({ port: suite.server.port, userId: suite.mas, ...given })
    open.push(client)
    return client
  }
  suite.join = (reportId, given) => suite.client({ ...given, reportId }).ready()
  suite.restart = async (given = options) => {
    await suite.server.stop()
    suite.server = await startCollab(suite.world, given)
  }
  afterEach(async () => {
    for (const client of open) client.ws.terminate()
    await Promise.all(open.splice(0).map(client => client.closed))
  })
  afterAll(() => suite.server.stop())
  return suite
}
