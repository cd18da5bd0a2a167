import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { ADDRESS_HEADER, clientAddress, tellAddress, trustedProxies } from './client-address.ts'

const asked = (remoteAddress: string | undefined, forwardedFor?: string): IncomingMessage =>
  ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwardedFor } }) as unknown as IncomingMessage

test.each([
  ['198.51.100.7', undefined, '198.51.100.7'],
  ['::ffff:198.51.100.7', undefined, '198.51.100.7'],
  // Nobody becomes another by saying so.
  ['198.51.100.7', '203.0.113.1', '198.51.100.7'],
  ['127.0.0.1', '203.0.113.1', '203.0.113.1'],
  ['::ffff:127.0.0.1', '203.0.113.1:4711', '203.0.113.1'],
  ['127.0.0.1', '192.0.2.99, 203.0.113.1', '203.0.113.1'],
  ['127.0.0.1', '192.0.2.99, 203.0.113.1, 10.1.2.3', '203.0.113.1'],
  ['127.0.0.1', '[2001:db8:1:2:3:4:5:6]:443', '2001:db8:1:2::/64'],
  ['2001:db8::6', undefined, '2001:db8:0:0::/64'],
  ['2001:0db8:1:0002::', undefined, '2001:db8:1:2::/64'],
  // A proxy that does not say for whom.
  ['127.0.0.1', undefined, null],
  ['10.200.0.1', undefined, null],
  ['127.0.0.1', 'unknown', null],
  [undefined, undefined, null],
])('from %s for %s: %s', (remote, forwardedFor, expected) => {
  expect(clientAddress(asked(remote, forwardedFor), trustedProxies('loopback, 10.0.0.0/8'))).toBe(expected)
})

test.each(['10.0.0.0/99', '10.0.0.0/x', 'proxy.example', '10.0.0'])('%s is no proxy', list => {
  expect(() => trustedProxies(list)).toThrow(RangeError)
})

test('pages are told the address, whatever the client said it was', () => {
  const request = { socket: { remoteAddress: '198.51.100.7' }, headers: { [ADDRESS_HEADER]: '192.0.2.1' } }
  tellAddress(request as unknown as IncomingMessage, trustedProxies('loopback'))
  expect(request.headers[ADDRESS_HEADER]).toBe('198.51.100.7')
  const unknown = { socket: { remoteAddress: '127.0.0.1' }, headers: { [ADDRESS_HEADER]: '192.0.2.1' } }
  tellAddress(unknown as unknown as IncomingMessage, trustedProxies('loopback'))
  expect(unknown.headers[ADDRESS_HEADER]).toBe('')
})
