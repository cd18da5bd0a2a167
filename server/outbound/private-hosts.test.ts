import type { LookupAddress, lookup } from 'node:dns'
import { describe, expect, test } from 'vitest'
import { privateHosts } from './private-hosts.ts'
import { lookupWithin } from './public-address.ts'

const hosts = privateHosts('earkiv.kommun.se, 10.20.0.0/16,192.168.7.9,fd12::/16')

describe('hosts of the organisation’s own network', () => {
  test.each<[string | null, string, boolean]>([
    ['earkiv.kommun.se', '10.1.2.3', true],
    ['EARKIV.kommun.se', '172.20.0.1', true],
    ['annat.kommun.se', '10.1.2.3', false],
    ['x.earkiv.kommun.se', '10.1.2.3', false],
    ['annat.kommun.se', '10.20.255.1', true],
    [null, '10.20.0.7', true],
    [null, '10.21.0.7', false],
    [null, '192.168.7.9', true],
    [null, '192.168.7.8', false],
    [null, 'fd12::1', true],
    [null, 'fd13::1', false],
    // Whatever is listed, a machine itself and what clouds keep on its link are not asked.
    ['earkiv.kommun.se', '127.0.0.1', false],
    ['earkiv.kommun.se', '169.254.169.254', false],
    ['earkiv.kommun.se', '::1', false],
    ['earkiv.kommun.se', 'fe80::1', false],
    ['earkiv.kommun.se', '::ffff:127.0.0.1', false],
    ['earkiv.kommun.se', '0.0.0.0', false],
  ])('%s at %s may be asked: %s', (name, address, allowed) => expect(hosts.allow(name, address)).toBe(allowed))

  test('are none where none are listed, and loopback is none that can be', () => {
    expect(privateHosts('').allow('earkiv.kommun.se', '10.20.0.1')).toBe(false)
    expect(privateHosts('127.0.0.0/8,localhost').allow('localhost', '127.0.0.1')).toBe(false)
  })

  test.each(['10.20.0.0/16/8', '10.20.0.0/', '300.1.1.1', 'https://earkiv.kommun.se', 'a b', '-x', '*.kommun.se'])(
    'cannot be written as %s',
    item => expect(() => privateHosts(item)).toThrow(RangeError),
  )
})

/** What the name leads to is judged whole, and only what was judged is connected to. */
async function found(hostname: string, ...addresses: string[]): Promise<string[] | string> {
  const answers = addresses.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 }))
  const resolve = ((_name: string, _options: object, callback: (error: null, found: LookupAddress[]) => void) =>
    callback(null, answers)) as unknown as typeof lookup
  return new Promise(done =>
    lookupWithin(hosts, resolve)(hostname, { all: true }, (error, given) =>
      done(
        error ? String((error as { code?: string }).code) : (given as LookupAddress[]).map(({ address }) => address),
      ),
    ),
  )
}

test('a name is refused where one of its addresses may not be asked', async () => {
  expect(await found('earkiv.kommun.se', '10.1.2.3', 'fd12::1')).toEqual(['10.1.2.3', 'fd12::1'])
  expect(await found('annat.kommun.se', '10.20.0.1')).toEqual(['10.20.0.1'])
  expect(await found('annat.kommun.se', '8.8.8.8')).toEqual(['8.8.8.8'])
  expect(await found('annat.kommun.se', '8.8.8.8', '10.1.2.3')).toBe('address-refused')
  expect(await found('earkiv.kommun.se', '10.1.2.3', '127.0.0.1')).toBe('address-refused')
  expect(await found('earkiv.kommun.se', '169.254.169.254')).toBe('address-refused')
})
