import { createServer, type Server } from 'node:http'

export class PortInUseError extends Error {
  override name = 'PortInUseError'
  readonly code = 'port-in-use'
  constructor(readonly port: number) {
    super(`port ${port} is in use`)
  }
}

/**
 * Takes the port before anything slow is started. Until the pages are ready, requests get 503 and a browser tries again.
 * @throws PortInUseError
 */
export async function listen(host: string, port: number): Promise<Server> {
  const server = createServer()
  server.on('request', (_request, response) => {
    if (server.listenerCount('request') > 1) return
    response.writeHead(503, { 'content-type': 'text/html; charset=utf-8', 'retry-after': '2', refresh: '2' })
    response.end('<!doctype html><html lang="sv"><title>Samskrift startar</title><p>Samskrift startar …</p></html>')
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortInUseError(port) : error),
    )
    server.listen(port, host, resolve)
  })
  return server
}
