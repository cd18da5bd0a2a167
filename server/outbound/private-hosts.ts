import { BlockList, isIP, isIPv6 } from 'node:net'
import { addBlock } from '../client-address.ts'

/** What an organisation has inside its own walls: RFC 1918, RFC 6598 and RFC 4193. Never a machine itself, nor its link. */
const PRIVATE = new BlockList()
for (const [address, bits] of [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  PRIVATE.addSubnet(address, bits, 'ipv4')
PRIVATE.addSubnet('fc00::', 7, 'ipv6')

/** Which addresses inside the organisation's own network may be asked. */
export interface PrivateHosts {
  /** @param hostname the name that led to the address, as a URL writes it; null where there was none */
  allow(hostname: string | null, address: string): boolean
}

/** Nothing inside may be asked. */
export const NO_PRIVATE_HOSTS: PrivateHosts = { allow: () => false }

const NAME = /^(?=.{1,253}$)(?!\d+(?:\.\d+)*$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/

/**
 * The hosts of an installation's setting. A name may lead to any private address, and an address or block may be
 * led to by any name. Loopback, link-local and other special addresses stay closed, whatever is listed.
 * @param list names, addresses and CIDR blocks, comma-separated: "earkiv.kommun.se, 10.20.0.0/16"
 * @throws RangeError for what is none of these
 */
export function privateHosts(list: string): PrivateHosts {
  const names = new Set<string>()
  const addresses = new BlockList()
  for (const item of list.split(',').map(one => one.trim().toLowerCase())) {
    if (item === '') continue
    if (NAME.test(item)) names.add(item)
    else addBlock(addresses, item)
  }
  return {
    allow(hostname, address) {
      if (!isIP(address)) return false
      const family = isIPv6(address) ? 'ipv6' : 'ipv4'
      if (!PRIVATE.check(address, family)) return false
      return (hostname !== null && names.has(hostname.toLowerCase())) || addresses.check(address, family)
    },
  }
}
