import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface LocalServer {
  url: string
  close(): Promise<void>
}

/** Lets a server listen on a free port of this machine. Closing it hangs up on whoever is still there. */
export async function onFreePort(server: Server): Promise<LocalServer> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** A real HTTP server on a free port of this machine, which answers when it has the whole question. */
export const localServer = (
  answer: (request: IncomingMessage, response: ServerResponse, text: string, bytes: Buffer) => void,
): Promise<LocalServer> =>
  onFreePort(
    createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const bytes = Buffer.concat(chunks)
        answer(request, response, bytes.toString(), bytes)
      })
    }),
  )
