import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { CLOSE, MAX_FRAME_BYTES } from '#editor/core/collab-protocol.ts'
import { log } from '../log.ts'
import type { Admitted, Refusal } from './admission.ts'
import { closeSocket } from './close-socket.ts'
import type { CollabCounters } from './collab-counters.ts'
import { OutageLog } from './outage-log.ts'
import type { CollabRequest } from './upgrade-request.ts'
import { isOwnOrigin, readCollabRequest } from './upgrade-request.ts'
import { within } from './within.ts'

export interface ReceptionOptions {
  publicOrigins: () => readonly string[]
  /** Upgrades that wait for the database at the same time, and how long one may wait, ms. */
  waitingUpgrades: number
  admissionTimeout: number
  counters: CollabCounters
  admit(request: CollabRequest, cookieHeader: string | undefined): Promise<Admitted | Refusal>
  welcome(ws: WebSocket, admitted: Admitted): void
}

/**
 * From the HTTP upgrade to the open WebSocket. Nothing is read from a socket before it is admitted. Refusals complete
 * the handshake and close with a code of the contract, because a browser shows a page nothing of an HTTP error.
 */
export class Reception {
  isClosed = false
  private waiting = 0
  private readonly outage = new OutageLog('admission to co-editing')
  private readonly sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    // Compression costs more than it saves on keystrokes, and raw-socket.ts relies on its absence.
    perMessageDeflate: false,
    maxPayload: MAX_FRAME_BYTES,
    // Text frames are refused anyway.
    skipUTF8Validation: true,
  })

  constructor(private readonly options: ReceptionOptions) {}

  /** @returns whether the upgrade was ours */
  handle(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    const wanted = readCollabRequest(request.url)
    if (!wanted) return false
    socket.on('error', () => {})
    if (!isOwnOrigin(request, this.options.publicOrigins())) {
      log.warn({ origin: request.headers.origin, host: request.headers.host }, 'co-editing refused: foreign origin')
      endWith(socket, '403 Forbidden')
    } else if (this.isClosed || this.waiting >= this.options.waitingUpgrades) {
      endWith(socket, '503 Service Unavailable')
    } else {
      this.waiting += 1
      void this.receive(wanted, request, socket, head).finally(() => {
        this.waiting -= 1
      })
    }
    return true
  }

  private async receive(wanted: CollabRequest, request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const verdict = await this.verdict(wanted, request.headers.cookie)
    if (socket.destroyed) return
    this.sockets.handleUpgrade(request, socket, head, ws => {
      // Without a listener, one invalid frame would end the process.
      ws.on('error', () => {})
      if (this.isClosed) closeSocket(ws, CLOSE.restarting, 'closing')
      else if ('code' in verdict) turnAway(ws, verdict, wanted, this.options.counters)
      else this.options.welcome(ws, verdict)
    })
  }

  /** Never rejects: while the database is away, clients are told to come back. */
  private async verdict(wanted: CollabRequest, cookie: string | undefined): Promise<Admitted | Refusal> {
    const comeBack = { code: CLOSE.restarting, why: 'the database does not answer' }
    try {
      let verdict: Admitted | Refusal = comeBack
      const asked = this.options.admit(wanted, cookie).then(answer => {
        verdict = answer
      })
      if (await within(this.options.admissionTimeout, asked)) this.outage.worked()
      else this.outage.failed(new Error('no answer in time'))
      return verdict
    } catch (error) {
      this.outage.failed(error)
      return comeBack
    }
  }
}

export function turnAway(
  ws: WebSocket,
  { code, why }: Refusal,
  { reportId }: Pick<CollabRequest, 'reportId'>,
  counters: CollabCounters,
): void {
  counters.close(code)
  log.info({ reportId, code, why }, 'co-editing refused')
  closeSocket(ws, code, why)
}

function endWith(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
