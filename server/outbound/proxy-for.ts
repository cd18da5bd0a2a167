/** The HTTP proxy by which an address is reached; undefined for none. */
export type ProxyFor = (url: URL) => string | undefined

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** The organisation's proxy, for all that is neither this machine nor among those that are reached without it. */
export function proxyFor({
  OUTBOUND_PROXY,
  OUTBOUND_DIRECT,
}: {
  OUTBOUND_PROXY?: string | undefined
  OUTBOUND_DIRECT: string[]
}): ProxyFor {
  return ({ hostname }) => {
    const isDirect =
      LOOPBACK.test(hostname) ||
      OUTBOUND_DIRECT.some(host => (host.startsWith('.') ? hostname.endsWith(host) : hostname === host))
    return isDirect ? undefined : OUTBOUND_PROXY
  }
}
