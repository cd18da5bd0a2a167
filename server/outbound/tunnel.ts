import { request } from 'node:http'
import type { Socket } from 'node:net'
import { connect as tlsConnect } from 'node:tls'
import { OutboundError } from './errors.ts'

const authorization = ({ username, password }: URL): Record<string, string> =>
  username
    ? {
        'proxy-authorization': `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`,
      }
    : {}

/**
 * Opens a way through an HTTP proxy by CONNECT (RFC 9110, 9.3.6).
 * @returns what makes the connection of the request that goes through
 * @throws OutboundError where the proxy says no
 */
export async function tunnel(proxy: URL, to: URL, signal: AbortSignal): Promise<() => Socket> {
  const isTls = to.protocol === 'https:'
  const target = `${to.hostname}:${to.port || (isTls ? 443 : 80)}`
  const socket = await new Promise<Socket>((resolve, reject) => {
    const asking = request({
      host: proxy.hostname,
      port: proxy.port || 80,
      method: 'CONNECT',
      path: target,
      headers: { host: target, ...authorization(proxy) },
      agent: false,
      signal,
    })
    asking.once('connect', (response, opened: Socket) => {
      if (response.statusCode === 200) return resolve(opened)
      opened.destroy()
      reject(new OutboundError('unreachable'))
    })
    asking.once('response', () => {
      asking.destroy()
      reject(new OutboundError('unreachable'))
    })
    asking.once('error', reject)
    asking.end()
  })
  return () => (isTls ? tlsConnect({ socket, servername: to.hostname }) : socket)
}
