import type { AddressInfo } from 'node:net'
import { connect as connectSocket, createServer, type Server, type Socket } from 'node:net'
import { connect, type DatabaseClient } from '#db/client.ts'

/** A database that can go away and come back: TCP between the client and PostgreSQL. */
export class DatabaseProxy {
  private readonly sockets = new Set<Socket>()
  private up = true

  private constructor(
    private readonly server: Server,
    readonly client: DatabaseClient,
  ) {}

  static async start(databaseUrl: string): Promise<DatabaseProxy> {
    const target = new URL(databaseUrl)
    const server = createServer()
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const url = Object.assign(new URL(databaseUrl), { hostname: '127.0.0.1', port: String(port) }).href
    const proxy = new DatabaseProxy(server, connect(url, { max: 5 }))
    server.on('connection', near => {
      if (!proxy.up) {
        near.destroy()
        return
      }
      const far = connectSocket(Number(target.port), target.hostname)
      for (const socket of [near, far]) {
        proxy.sockets.add(socket)
        socket.on('error', () => {})
        socket.on('close', () => {
          proxy.sockets.delete(socket)
          near.destroy()
          far.destroy()
        })
      }
      near.pipe(far).pipe(near)
    })
    return proxy
  }

  /** Cuts all connections and refuses new ones. */
  down(): void {
    this.up = false
    for (const socket of this.sockets) socket.destroy()
  }

  back(): void {
    this.up = true
  }

  async stop(): Promise<void> {
    this.up = true
    await this.client.close()
    await new Promise(resolve => this.server.close(resolve))
  }
}
