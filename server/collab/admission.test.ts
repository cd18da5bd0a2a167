import { request } from 'node:http'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { appUser } from '#db/schema/user.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { CLOSE } from '#editor/core/collab-protocol.ts'
import { EDITOR_VERSION } from '#editor/core/editor-version.ts'
import { collabSuite } from './testing/suite.ts'
import type { TestClientOptions } from './testing/test-client.ts'
import { World } from './testing/world.ts'

const database = testDatabase()
const suite = collabSuite(database, {
  tuning: { connectionsPerUserAndRoom: 3, connectionsPerUser: 5, roomsPerUser: 2 },
})
const UNKNOWN = '00000000-0000-4000-8000-000000000000'

async function closeCode(options: Partial<TestClientOptions> & { reportId: string }): Promise<number> {
  return suite.client(options).closed
}

describe('refuses with the close code of the contract', () => {
  test('no session', async () => {
    const { id } = await suite.world.report(suite.mas)
    expect(await closeCode({ reportId: id, userId: '' })).toBe(CLOSE.noSession)
  })

  test('a closed account', async () => {
    const { id } = await suite.world.report(suite.mas)
    const gone = await suite.world.user('Slutad')
    await suite.database.db.update(appUser).set({ active: false }).where(eq(appUser.id, gone))
    expect(await closeCode({ reportId: id, userId: gone })).toBe(CLOSE.noSession)
  })

  test('no right to read', async () => {
    const { id } = await suite.world.report(suite.mas)
    expect(await closeCode({ reportId: id, userId: await suite.world.user('Utan roll', null) })).toBe(CLOSE.noRights)
  })

  test('another organisation', async () => {
    const { id } = await suite.world.report(suite.mas)
    const stranger = await (await World.create(suite.database)).user('Utomstående')
    expect(await closeCode({ reportId: id, userId: stranger })).toBe(CLOSE.noRights)
  })

  test.each([UNKNOWN, 'rapport', 'constructor', '__proto__', '%00', ''])('no report %j', async reportId => {
    expect(await closeCode({ reportId })).toBe(CLOSE.unknownReport)
  })

  test.each([EDITOR_VERSION - 1, EDITOR_VERSION + 1, 0, 'x', ''])('editor version %j', async version => {
    const { id } = await suite.world.report(suite.mas)
    expect(await closeCode({ reportId: id, version })).toBe(CLOSE.oldEditor)
  })

  test('too many connections and rooms of one user', async () => {
    const userId = await suite.world.user('Handläggare')
    const reports = await Promise.all([1, 2, 3].map(() => suite.world.report(suite.mas)))
    const [first, second, third] = reports.map(report => report.id)
    for (let n = 0; n < 3; n += 1) await suite.join(first ?? '', { userId })
    expect(await closeCode({ reportId: first ?? '', userId })).toBe(CLOSE.tooMany)
    const other = await suite.join(second ?? '', { userId })
    expect(await closeCode({ reportId: third ?? '', userId })).toBe(CLOSE.tooMany)
    await other.close()
    await suite.join(third ?? '', { userId })
    await suite.join(third ?? '', { userId })
    // Five of this person by now, in whatever reports; somebody else has limits of their own.
    expect(await closeCode({ reportId: third ?? '', userId })).toBe(CLOSE.tooMany)
    await suite.join(third ?? '')
  })
})

describe('the HTTP side', () => {
  function upgrade(path: string, headers: Record<string, string>): Promise<number | 'open' | 'nothing'> {
    return new Promise((resolve, reject) => {
      const asked = request({
        host: '127.0.0.1',
        port: suite.server.port,
        path,
        headers: {
          connection: 'Upgrade',
          upgrade: 'websocket',
          'sec-websocket-version': '13',
          'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
          cookie: `user=${suite.mas}`,
          ...headers,
        },
      })
      asked.on('response', response => resolve(response.statusCode ?? 0))
      asked.on('upgrade', (_response, socket) => {
        socket.destroy()
        resolve('open')
      })
      asked.on('error', reject)
      asked.end()
    })
  }

  test('a foreign Origin gets 403, our own and none get in', async () => {
    const { id } = await suite.world.report(suite.mas)
    const path = `/collab/${id}?v=1`
    expect(await upgrade(path, { origin: 'https://evil.example' })).toBe(403)
    expect(await upgrade(path, { origin: `http://127.0.0.1:${suite.server.port + 1}` })).toBe(403)
    expect(await upgrade(path, { origin: 'null' })).toBe(403)
    expect(await upgrade(path, { origin: `http://127.0.0.1:${suite.server.port}` })).toBe('open')
    expect(await upgrade(path, {})).toBe('open')
  })

  test('other upgrades are left to others', async () => {
    suite.server.server.once('upgrade', (_request, socket) => socket.end('HTTP/1.1 418 Other\r\n\r\n'))
    expect(await upgrade('/_next/webpack-hmr', {})).toBe(418)
  })

  test('an id in capitals is the same room', async () => {
    const { id } = await suite.world.report(suite.mas)
    await suite.join(id)
    await suite.join(id.toUpperCase(), { userId: suite.revisor })
    expect(suite.server.collab.presence.inReport(id).map(person => person.name)).toEqual(['MAS', 'Revisor'])
  })
})
