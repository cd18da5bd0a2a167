import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

export class PortInUseError extends Error {
  override name = 'PortInUseError'
  readonly code = 'port-in-use'
  constructor(readonly port: number) {
    super(`port ${port} is in use`)
  }
}

type Pages = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export interface ListeningServer {
  server: Server
  /** Lets the pages answer from now on. */
  show(pages: Pages): void
}

/**
 * Takes the port before anything slow is started. Until the pages are ready, requests get 503 and a browser tries again.
 * @param first answers what is not for the pages, and says whether it did
 * @throws PortInUseError
 */
export async function listen(
  host: string,
  port: number,
  first: (request: IncomingMessage, response: ServerResponse) => boolean,
): Promise<ListeningServer> {
  const server = createServer()
  let pages: Pages | null = null
  server.on('request', (request, response) => {
    if (first(request, response)) return
    if (pages) {
      void pages(request, response)
      return
    }
    response.writeHead(503, { 'content-type': 'text/html; charset=utf-8', 'retry-after': '2', refresh: '2' })
    response.end('<!doctype html><html lang="sv"><title>Samskrift startar</title><p>Samskrift startar …</p></html>')
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortInUseError(port) : error),
    )
    server.listen(port, host, resolve)
  })
  return {
    server,
    show: shown => {
      pages = shown
    },
  }
}
