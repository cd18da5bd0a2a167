import { expect, test } from 'vitest'
import { testDatabase } from '#db/testing/test-database.ts'
import { EDITOR_VERSION } from '#editor/core/editor-version.ts'
import { POLLING } from '#editor/core/polling-protocol.ts'
import { trustedProxies } from '../client-address.ts'
import { collabSuite } from './testing/suite.ts'
import { until } from './testing/until.ts'

const suite = collabSuite(testDatabase(), {
  tuning: { connectionsPerAddress: 2 },
  isTrustedProxy: trustedProxies('loopback'),
})
const ABNORMAL = 1006

const from = (address: string) => ({ headers: { 'x-forwarded-for': `203.0.113.250, ${address}` } })

const poll = (reportId: string, address: string): Promise<Response> =>
  fetch(`http://127.0.0.1:${suite.server.port}${POLLING.path}${reportId}?v=${EDITOR_VERSION}`, {
    method: 'POST',
    headers: { cookie: `user=${suite.mas}`, ...from(address).headers },
  })

test('an address has so many connections, however they come; others are not concerned', async () => {
  const { id } = await suite.world.report(suite.mas)
  const first = await suite.join(id, from('198.51.100.1'))
  const polled = await poll(id, '198.51.100.1')
  const { session } = (await polled.json()) as { session: string }
  expect(await suite.client({ reportId: id, ...from('198.51.100.1') }).closed).toBe(ABNORMAL)
  expect((await poll(id, '198.51.100.1')).status).toBe(429)
  expect(suite.server.collab.counters.refused.get('address')).toBe(2)
  await suite.join(id, from('198.51.100.2'))

  first.ws.close()
  const bye = await fetch(`http://127.0.0.1:${suite.server.port}${POLLING.path}${id}?bye`, {
    method: 'POST',
    headers: { [POLLING.session]: session },
  })
  expect(bye.status).toBe(204)
  await until('counted out', async () => suite.server.collab.state().connections === 1)
  await suite.join(id, from('198.51.100.1'))
  await suite.join(id, from('198.51.100.1'))
})

test('who is turned away at the door is counted no longer', async () => {
  const { id } = await suite.world.report(suite.mas)
  for (let n = 0; n < 5; n += 1) {
    await suite.client({ reportId: id, userId: '', ...from('198.51.100.3') }).closed
    const refused = await fetch(`http://127.0.0.1:${suite.server.port}${POLLING.path}${id}`, {
      method: 'POST',
      headers: from('198.51.100.3').headers,
    })
    expect(await refused.json()).toHaveProperty('code')
  }
  await suite.join(id, from('198.51.100.3'))
})

test('where only the proxy is known, nobody is counted', async () => {
  const { id } = await suite.world.report(suite.mas)
  for (let n = 0; n < 4; n += 1) await suite.join(id)
})
