import type { IncomingMessage } from 'node:http'
import { BlockList, isIP, isIPv6 } from 'node:net'

/** Which addresses are proxies of the operator's own, that say truly for whom they ask. */
export type IsTrustedProxy = (address: string) => boolean

/**
 * @param list addresses and CIDR blocks, comma-separated; `loopback` stands for this machine
 * @throws RangeError for what is neither
 */
export function trustedProxies(list: string): IsTrustedProxy {
  const trusted = new BlockList()
  for (const item of list.split(',').map(one => one.trim())) {
    if (item === 'loopback') {
      trusted.addSubnet('127.0.0.0', 8, 'ipv4')
      trusted.addAddress('::1', 'ipv6')
    } else if (item !== '') addBlock(trusted, item)
  }
  return address => trusted.check(address, familyOf(address))
}

/**
 * The address that somebody is counted by: their own IPv4 address, or the /64 network of their IPv6 address, which is
 * what one subscriber is given (RFC 6177).
 * @returns null where only a proxy is known, or nothing: all who come through it would be counted as one
 */
export function clientAddress({ socket, headers }: IncomingMessage, isTrusted: IsTrustedProxy): string | null {
  // The nearest proxy's own word comes last; what stands before the first that is not ours anyone may have made up.
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().flatMap(line => line.split(','))
  const hops = [...forwarded.map(hop => hop.trim()), socket.remoteAddress ?? ''].map(plain)
  const client = hops.findLast(hop => !isTrusted(hop))
  return client && isIP(client) ? (isIPv6(client) ? network(client) : client) : null
}

/** Header by which pages and routes get {@link clientAddress}: they see no socket. Empty where it is not known. */
export const ADDRESS_HEADER = 'x-samskrift-address'

/** Sets {@link ADDRESS_HEADER}, whatever the client sent under that name. */
export function tellAddress(request: IncomingMessage, isTrusted: IsTrustedProxy): void {
  request.headers[ADDRESS_HEADER] = clientAddress(request, isTrusted) ?? ''
}

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIPv6(address) ? 'ipv6' : 'ipv4')

/** Node shows an IPv4 address on an IPv6 socket as ::ffff:192.0.2.1; proxies may add a port or brackets. */
const plain = (address: string): string =>
  address
    .replace(/^\[(.+)\](:\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1')
    .replace(/^::ffff:(?=[\d.]+$)/i, '')

/** Adds an address or a CIDR block. @throws RangeError for what is neither */
export function addBlock(trusted: BlockList, item: string): void {
  const [address = '', bits, ...more] = item.split('/')
  if (!isIP(address) || more.length > 0) throw new RangeError(`"${item}" is no address`)
  if (bits === undefined) trusted.addAddress(address, familyOf(address))
  else if (/^\d{1,3}$/.test(bits)) trusted.addSubnet(address, Number(bits), familyOf(address))
  else throw new RangeError(`"${item}" is no block of addresses`)
}

function network(address: string): string {
  const [head = '', tail] = address.split('::', 2)
  const groups = head.split(':').filter(Boolean)
  const after = (tail ?? '').split(':').filter(Boolean)
  const all = tail === undefined ? groups : [...groups, ...Array(8 - groups.length - after.length).fill('0'), ...after]
  return `${all
    .slice(0, 4)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
