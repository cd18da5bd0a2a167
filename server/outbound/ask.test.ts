import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask } from './ask.ts'
import { isPublicAddress, publicLookup } from './public-address.ts'
import { localProxy } from './testing/local-proxy.ts'
import { type LocalServer, localServer } from './testing/local-server.ts'

let server: LocalServer
const LIMITS = { timeoutMs: 5000, maxBytes: 1000 }

beforeAll(async () => {
  server = await localServer(({ url, headers, method }, response, body) => {
    if (url === '/never') return
    if (url === '/half') {
      response.writeHead(200, { 'content-length': '100' })
      response.write('half')
      response.socket?.end()
    } else if (url === '/large') response.end('a'.repeat(1001))
    else if (url === '/elsewhere') response.writeHead(302, { location: '/' }).end()
    else response.end(JSON.stringify({ method, body, host: headers.host }))
  })
})
afterAll(() => server.close())

const path = (name: string): URL => new URL(name, server.url)

describe('another server', () => {
  test('is asked, and its answer is read whole', async () => {
    const { status, text } = await ask(path('/'), { ...LIMITS, method: 'POST', body: 'å' })
    expect([status, JSON.parse(text)]).toEqual([200, { method: 'POST', body: 'å', host: new URL(server.url).host }])
  })

  const failing: [string, { timeoutMs?: number; host?: string; lookup?: typeof publicLookup }, string][] = [
    ['/large', {}, 'too-large'],
    ['/half', {}, 'broken-off'],
    ['/never', { timeoutMs: 50 }, 'timed-out'],
    ['/', { lookup: publicLookup, host: 'localhost' }, 'address-refused'],
  ]
  test.each(failing)('at %s with %o gives %s', async (name, { host, ...more }, code) => {
    const url = path(name)
    if (host) url.hostname = host
    await expect(ask(url, { ...LIMITS, ...more })).rejects.toMatchObject({ code })
  })

  test('that is not there is unreachable, and a redirect is not followed', async () => {
    const gone = await localServer(() => {})
    await gone.close()
    await expect(ask(new URL(gone.url), LIMITS)).rejects.toMatchObject({ code: 'unreachable' })
    expect((await ask(path('/elsewhere'), LIMITS)).status).toBe(302)
  })

  test('is asked through a proxy, which may want to know who asks, and may say no', async () => {
    const proxy = await localProxy(server.url, { needsLogin: true })
    const through = { ...LIMITS, proxy: proxy.url.replace('//', '//namn:ord@') }
    const { text } = await ask(new URL('http://kolada.invalid/'), through)
    expect(JSON.parse(text)).toMatchObject({ host: 'kolada.invalid' })
    expect(proxy.asked).toEqual(['kolada.invalid:80'])
    expect(proxy.authorizations).toEqual([`Basic ${Buffer.from('namn:ord').toString('base64')}`])
    await expect(ask(new URL('https://kolada.invalid/'), through)).rejects.toMatchObject({ code: 'unreachable' })
    const TLS_HANDSHAKE = 22
    expect(proxy.firstByteOfTls).toBe(TLS_HANDSHAKE)
    const nameless = { ...LIMITS, proxy: proxy.url }
    await expect(ask(new URL('http://kolada.invalid/'), nameless)).rejects.toMatchObject({ code: 'unreachable' })
    await proxy.close()
  })
})

test('only what is on the public internet is a public address', () => {
  const not = [
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.31.0.1',
    '192.168.1.1',
    '198.19.0.1',
  ]
  const not6 = [
    '::',
    '::1',
    'fe80::1',
    'fd00::1',
    'fec0::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
  ]
  const leads = ['2002:7f00:1::', '2001:0:1::1', '2001:db8::1', '224.0.0.1', '255.255.255.255', 'exempel.se', '']
  for (const address of [...not, ...not6, ...leads])
    expect([address, isPublicAddress(address)]).toEqual([address, false])
  for (const address of ['8.8.8.8', '172.32.0.1', '192.36.148.17', '2a00:1450:400f::1', '2001:6b0::1'])
    expect([address, isPublicAddress(address)]).toEqual([address, true])
})
