import { isPublicAddress, literalAddress } from '../outbound/public-address.ts'

export type WebhookUrlFault = 'not-an-address' | 'not-https' | 'has-password' | 'not-public'

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/

/** @returns what is wrong with the address, or null; what a name leads to is known only when it is asked */
export function webhookUrlFault(text: string, { allowLoopback }: { allowLoopback: boolean }): WebhookUrlFault | null {
  if (!URL.canParse(text) || text.length > 2000) return 'not-an-address'
  const url = new URL(text)
  if (url.username || url.password) return 'has-password'
  if (allowLoopback && LOOPBACK.test(url.hostname) && /^https?:$/.test(url.protocol)) return null
  if (url.protocol !== 'https:') return 'not-https'
  const address = literalAddress(url)
  const isPublic = address === null ? !LOOPBACK.test(url.hostname) : isPublicAddress(address)
  return isPublic ? null : 'not-public'
}

/** Whether the address is this machine's own, which only the demo may ask. */
export const isLoopback = (url: URL): boolean => LOOPBACK.test(url.hostname)
