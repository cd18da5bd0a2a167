import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '#db/testing/test-database.ts'
import { DatabaseProxy } from '../collab/testing/database-proxy.ts'
import { collabSuite } from '../collab/testing/suite.ts'
import { type } from '../collab/testing/text.ts'
import { createDocuments } from '../documents/create-documents.ts'
import { type ListeningServer, listen } from '../process/listen.ts'
import { Health } from './health.ts'
import { createMetrics } from './metrics.ts'

const database = testDatabase()
const suite = collabSuite(database, { tuning: { foldIdle: 60_000 } })
const TOKEN = 'ett-hemligt-ord-for-matningen'
const metrics = createMetrics()
const health = new Health({ metrics, metricsToken: TOKEN })
let listening: ListeningServer
let url: string
let proxy: DatabaseProxy

beforeAll(async () => {
  listening = await listen('127.0.0.1', 0, (request, response) => health.handle(request, response))
  url = `http://127.0.0.1:${(listening.server.address() as AddressInfo).port}`
  proxy = await DatabaseProxy.start(database.url)
})
afterAll(async () => {
  const close = (server: Server): Promise<unknown> => new Promise(resolve => server.close(resolve))
  listening.server.closeAllConnections()
  await Promise.all([close(listening.server), proxy.stop()])
})

const ready = async (): Promise<[number, unknown]> => {
  const response = await fetch(`${url}/readyz`)
  return [response.status, await response.json()]
}

describe('health', () => {
  test('while it starts: alive, not ready, and the pages say so', async () => {
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    expect(await ready()).toEqual([503, { ready: false, reason: 'starting' }])
    expect((await fetch(`${url}/rapporter`)).status).toBe(503)
  })

  test('ready while the database answers, and again when it is back', async () => {
    health.askDatabase = () => proxy.client.sql`select 1`
    listening.show(async (_request, response) => void response.end('page'))
    expect(await ready()).toEqual([200, { ready: true }])
    expect(await (await fetch(`${url}/rapporter`)).text()).toBe('page')
    proxy.down()
    expect(await ready()).toEqual([503, { ready: false, reason: 'database' }])
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    proxy.back()
    expect(await ready()).toEqual([200, { ready: true }])
  })

  test('not ready when it is closing', async () => {
    health.isClosing = true
    expect(await ready()).toEqual([503, { ready: false, reason: 'closing' }])
    health.isClosing = false
  })
})

describe('metrics', () => {
  const status = async (headers: Record<string, string>): Promise<number> =>
    (await fetch(`${url}/metrics`, { headers })).status

  test('are for this machine and for those with the token', async () => {
    expect(await status({})).toBe(200)
    // A proxy on this machine has a loopback address too.
    for (const forwarded of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])
      expect(await status({ [forwarded]: '203.0.113.7' })).toBe(403)
    const proxied = { 'x-forwarded-for': '203.0.113.7' }
    expect(await status({ ...proxied, authorization: `Bearer ${TOKEN}` })).toBe(200)
    expect(await status({ ...proxied, authorization: `Bearer ${TOKEN}x` })).toBe(403)
    expect(await status({ ...proxied, authorization: `Basic ${TOKEN}` })).toBe(403)
  })

  test('count what happens', async () => {
    metrics.watch(suite.server.collab)
    const figure = async (name: string): Promise<number> => {
      const line = (await (await fetch(`${url}/metrics`)).text()).split('\n').find(each => each.startsWith(`${name} `))
      return Number(line?.split(' ')[1] ?? Number.NaN)
    }
    const { id, sections } = await suite.world.report(suite.mas)
    const a = await suite.join(id)
    for (const word of ['ett', 'två', 'tre']) type(a.doc, sections[0] ?? '', word)
    await a.allSaved()
    expect(await figure('samskrift_updates_total')).toBe(3)
    expect(await figure('samskrift_commit_seconds_count')).toBe(3)
    expect(await figure('samskrift_commit_seconds_sum')).toBeGreaterThan(0)
    expect(await figure('samskrift_rooms')).toBe(1)
    expect(await figure('samskrift_connections')).toBe(1)
    expect(await figure('samskrift_uncommitted_updates')).toBe(0)
    expect(await figure('samskrift_uncommitted_bytes')).toBe(0)
    expect(await figure('samskrift_bus_up')).toBe(0)
    expect(await figure('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0)
    expect(await figure('process_resident_memory_bytes')).toBeGreaterThan(1e6)

    const reader = await suite.join(id, { userId: suite.revisor })
    type(reader.doc, sections[0] ?? '', 'nej')
    await reader.allSaved()
    a.ws.send('text')
    await a.closed
    expect(await figure('samskrift_refused_total{kind="read-only"}')).toBe(1)
    expect(await figure('samskrift_refused_total{kind="malformed"}')).toBe(1)

    const documents = createDocuments(database, { onFolded: metrics.folded })
    await documents.fold(id)
    await documents.close()
    expect(await figure('samskrift_fold_seconds_count')).toBe(1)
  })
})
