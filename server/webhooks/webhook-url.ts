import { NO_PRIVATE_HOSTS, type PrivateHosts } from '../outbound/private-hosts.ts'
import { isPublicAddress, literalAddress } from '../outbound/public-address.ts'

export type WebhookUrlFault = 'not-an-address' | 'not-https' | 'has-password' | 'not-public'

/** Where webhooks may lead besides the internet. */
export interface Reach {
  /** The demo may tell a receiver on this machine, over http. */
  allowLoopback: boolean
  /** Receivers inside the organisation's network, such as its e-archive; none where it is not said. */
  privateHosts?: PrivateHosts
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/

/** @returns what is wrong with the address, or null; what a name leads to is known only when it is asked */
export function webhookUrlFault(
  text: string,
  { allowLoopback, privateHosts = NO_PRIVATE_HOSTS }: Reach,
): WebhookUrlFault | null {
  if (!URL.canParse(text) || text.length > 2000) return 'not-an-address'
  const url = new URL(text)
  if (url.username || url.password) return 'has-password'
  if (allowLoopback && LOOPBACK.test(url.hostname) && /^https?:$/.test(url.protocol)) return null
  if (url.protocol !== 'https:') return 'not-https'
  const address = literalAddress(url)
  const isOpen =
    address === null ? !LOOPBACK.test(url.hostname) : isPublicAddress(address) || privateHosts.allow(null, address)
  return isOpen ? null : 'not-public'
}

/** Whether the address is this machine's own, which only the demo may ask. */
export const isLoopback = (url: URL): boolean => LOOPBACK.test(url.hostname)
