import { expect, test } from 'vitest'
import { readEnv } from '../env.ts'
import { proxyFor } from './proxy-for.ts'

const PROXY = 'http://proxy.kommun.se:8080'
const env = (more: Record<string, string>) => readEnv({ NODE_ENV: 'test', OUTBOUND_PROXY: PROXY, ...more })

test('everything goes by the proxy, but this machine and what is named', () => {
  const through = proxyFor(env({ OUTBOUND_DIRECT: 'tsa.kommun.se, .intern.kommun.se' }))
  const asked = (address: string) => through(new URL(address))
  for (const address of ['https://ocsp.exempel.se/', 'http://tsa2.kommun.se/', 'http://intern.kommun.se/'])
    expect([address, asked(address)]).toEqual([address, PROXY])
  for (const host of ['TSA.kommun.se', 'a.b.intern.kommun.se', 'localhost', '127.0.0.1:8080', '[::1]'])
    expect([host, asked(`http://${host}/`)]).toEqual([host, undefined])
  expect(proxyFor(readEnv({ NODE_ENV: 'test' }))(new URL('https://ocsp.exempel.se/'))).toBeUndefined()
})

test('Kolada goes by it too, unless it has a proxy of its own', () => {
  expect(env({}).KOLADA_PROXY).toBe(PROXY)
  expect(env({ KOLADA_PROXY: 'http://annan.kommun.se:3128' }).KOLADA_PROXY).toBe('http://annan.kommun.se:3128')
  expect(env({ OUTBOUND_DIRECT: 'api.kolada.se' }).KOLADA_PROXY).toBeUndefined()
})
