import { type IncomingMessage, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { MAX_FRAME_BYTES } from '#editor/core/collab-protocol.ts'
import type { Admitted } from './admission.ts'
import type { ClientSocket } from './client-socket.ts'
import type { Gatekeeper } from './gatekeeper.ts'
import { type CollabRequest, readCollabRequest } from './upgrade-request.ts'
import { WebSocketClient } from './web-socket-client.ts'

/**
 * From the HTTP upgrade to the open WebSocket. Nothing is read from a socket before it is admitted. Refusals complete
 * the handshake and close with a code of the contract, because a browser shows a page nothing of an HTTP error.
 */
export class Reception {
  private readonly sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    // Compression costs more than it saves on keystrokes, and raw-socket.ts relies on its absence.
    perMessageDeflate: false,
    maxPayload: MAX_FRAME_BYTES,
    // Text frames are refused anyway.
    skipUTF8Validation: true,
  })

  constructor(
    private readonly gatekeeper: Gatekeeper,
    private readonly welcome: (socket: ClientSocket, admitted: Admitted) => void,
  ) {}

  /** @returns whether the upgrade was ours */
  handle(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    const wanted = readCollabRequest(request.url)
    if (!wanted) return false
    socket.on('error', ignore)
    const barred = this.gatekeeper.bars(request)
    const leave = barred ? null : this.gatekeeper.enter(request)
    if (!leave) endWith(socket, barred ?? 429)
    else {
      socket.once('close', leave)
      void this.receive(wanted, request, socket, head)
    }
    return true
  }

  private async receive(wanted: CollabRequest, request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const verdict = await this.gatekeeper.verdict(wanted, request.headers.cookie)
    if (socket.destroyed) return
    this.sockets.handleUpgrade(request, socket, head, ws => {
      // Without a listener, one invalid frame would end the process.
      ws.on('error', ignore)
      const client = new WebSocketClient(ws)
      if ('code' in verdict) this.gatekeeper.turnAway(client, verdict, wanted)
      else this.welcome(client, verdict)
    })
  }
}

// Not made where it is used: it would hold on to the request as long as the connection lasts.
function ignore(): void {}

function endWith(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
