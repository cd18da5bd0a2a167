import { createServer } from 'node:http'
import { connect } from 'node:net'
import { type LocalServer, onFreePort } from './local-server.ts'

export interface LocalProxy extends LocalServer {
  /** What it was asked to connect to, "tsa.invalid:80", in order. */
  asked: string[]
  /** What came with each question; undefined where nobody said who asks. */
  authorizations: (string | undefined)[]
  /** The first byte that went through to a port of TLS, which it does not lead on. */
  firstByteOfTls: number | undefined
}

/**
 * An HTTP proxy on this machine: whatever the name, it leads to one server. Only the proxy knows where names lead.
 * @param leadsTo address of that server
 */
export async function localProxy(leadsTo: string, { needsLogin = false } = {}): Promise<LocalProxy> {
  const { port } = new URL(leadsTo)
  const http = createServer()
  const proxy: LocalProxy = {
    ...(await onFreePort(http)),
    asked: [],
    authorizations: [],
    firstByteOfTls: undefined,
  }
  http.on('connect', ({ url = '', headers }, socket) => {
    const authorization = headers['proxy-authorization']
    proxy.asked.push(url)
    proxy.authorizations.push(authorization)
    if (needsLogin && !authorization) return socket.end('HTTP/1.1 407 No\r\n\r\n')
    if (url.endsWith(':443')) {
      socket.once('data', ([byte]) => {
        proxy.firstByteOfTls = byte
        socket.destroy()
      })
      return socket.write('HTTP/1.1 200 OK\r\n\r\n')
    }
    const way = connect(Number(port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      way.pipe(socket).pipe(way)
    })
    way.on('error', () => socket.destroy())
    socket.on('error', () => way.destroy())
  })
  return proxy
}
