import { lookup } from 'node:dns'
import { BlockList, isIP, isIPv4, type LookupFunction } from 'node:net'
import { OutboundError } from './errors.ts'
import { NO_PRIVATE_HOSTS, type PrivateHosts } from './private-hosts.ts'

/** IPv4 addresses that are not on the public internet (IANA special-purpose registry, RFC 6890 and its updates). */
const NOT_PUBLIC_4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

/** Of 2000::/3, which is all that is public, what is not, or leads to an IPv4 address: Teredo, documentation, 6to4. */
const NOT_PUBLIC_6: [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

const blocked = new BlockList()
for (const [address, bits] of NOT_PUBLIC_4) blocked.addSubnet(address, bits, 'ipv4')
for (const [address, bits] of NOT_PUBLIC_6) blocked.addSubnet(address, bits, 'ipv6')
const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')

/** Whether anybody on the internet has the address. Anything else is this machine's, the organisation's or nobody's. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !blocked.check(address, 'ipv4')
  return isIP(address) === 6 && global6.check(address, 'ipv6') && !blocked.check(address, 'ipv6')
}

/** A host as URL writes it, where it is an address: IPv6 without its brackets; null where it is a name. */
export function literalAddress({ hostname }: URL): string | null {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1')
  return isIP(bare) ? bare : null
}

/**
 * Resolves a name as the system does, and refuses it if any of its addresses may not be asked. The connection is made to
 * what is answered here, so a name cannot mean one address when it is judged and another when it is used.
 * @param hosts addresses that may be asked besides those of the internet
 * @param resolve the system's, where no other is given
 */
export const lookupWithin =
  (hosts: PrivateHosts, resolve: typeof lookup = lookup): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0)
      const [first] = addresses
      const isAllowed = ({ address }: { address: string }) => isPublicAddress(address) || hosts.allow(hostname, address)
      if (!first || !addresses.every(isAllowed)) return callback(new OutboundError('address-refused'), '', 0)
      if (options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }

export const publicLookup: LookupFunction = lookupWithin(NO_PRIVATE_HOSTS)
