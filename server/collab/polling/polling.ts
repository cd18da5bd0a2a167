import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { BrokenFramesError, splitFrames } from '#editor/core/binary-frames.ts'
import { CLOSE, MAX_FRAME_BYTES } from '#editor/core/collab-protocol.ts'
import { type Opened, POLLING } from '#editor/core/polling-protocol.ts'
import type { Admitted } from '../admission.ts'
import type { ClientSocket } from '../client-socket.ts'
import type { Gatekeeper } from '../gatekeeper.ts'
import { TokenBucket } from '../token-bucket.ts'
import type { Tuning } from '../tuning.ts'
import { type CollabRequest, type PollingRequest, readPollingRequest } from '../upgrade-request.ts'
import { PollingSocket } from './polling-socket.ts'
import { readBody } from './read-body.ts'

interface Session {
  socket: PollingSocket
  /** Requests, not frames: an empty one costs something too. */
  requests: TokenBucket
  /** The upload under way. */
  upload: IncomingMessage | null
}

/** One largest frame and its header, or many small ones. */
const MAX_BODY_BYTES = MAX_FRAME_BYTES + 16

/** HTTP long polling in the place of WebSockets; {@link POLLING} says how. */
export class Polling {
  private readonly sessions = new Map<string, Session>()

  constructor(
    private readonly gatekeeper: Gatekeeper,
    private readonly tuning: Tuning,
    private readonly welcome: (socket: ClientSocket, admitted: Admitted) => void,
  ) {}

  /** @returns whether the request was ours */
  handle(request: IncomingMessage, response: ServerResponse): boolean {
    const wanted = readPollingRequest(request.url)
    if (!wanted) return false
    const id = request.headers[POLLING.session]
    const barred = this.gatekeeper.bars(request)
    if (request.method !== 'GET' && request.method !== 'POST') end(request, response, 405)
    else if (typeof id === 'string' && barred !== 403) this.continue(id, wanted, request, response)
    else if (barred) end(request, response, barred)
    else if (request.method === 'POST') void this.open(wanted, request, response)
    else end(request, response, 400)
    return true
  }

  private async open(wanted: CollabRequest, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const leave = this.gatekeeper.enter(request)
    if (!leave) {
      end(request, response, 429)
      return
    }
    request.resume()
    const verdict = await this.gatekeeper.verdict(wanted, request.headers.cookie)
    if (response.destroyed) {
      leave()
      return
    }
    const tell = (opened: Opened): void => {
      response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
      response.end(JSON.stringify(opened))
    }
    if ('code' in verdict) {
      this.gatekeeper.turnAway({ close: (code, reason) => tell({ code, reason }) }, verdict, wanted)
      leave()
      return
    }
    const id = randomBytes(24).toString('base64url')
    const socket = new PollingSocket(verdict.reportId, () => {
      leave()
      this.sessions.delete(id)
    })
    this.welcome(socket, verdict)
    const { closedWith } = socket
    if (closedWith) {
      tell(closedWith)
      socket.terminate()
      return
    }
    const { messageBurst, messagesPerSecond } = this.tuning
    this.sessions.set(id, { socket, requests: new TokenBucket(messageBurst, messagesPerSecond), upload: null })
    tell({ session: id })
  }

  private continue(
    id: string,
    { reportId, query }: PollingRequest,
    request: IncomingMessage,
    response: ServerResponse,
  ): void {
    const session = this.sessions.get(id)
    if (!session || session.socket.reportId !== reportId) {
      end(request, response, 410)
      return
    }
    const { socket } = session
    if (!session.requests.take(1)) socket.close(CLOSE.tooFast, 'too many requests')
    const isUpload = request.method === 'POST'
    if (isUpload && query.has('bye')) {
      end(request, response, 204)
      socket.terminate()
      return
    }
    const number = readNumber(query.get(isUpload ? 'from' : 'after'))
    if (number === null || (isUpload && number === 0)) {
      socket.close(CLOSE.malformed, 'no number')
      end(request, response, 400)
    } else if (isUpload) void this.upload(session, number, request, response)
    else socket.fetch(number, response)
  }

  private async upload(
    session: Session,
    from: number,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    // The client sends one at a time: it has given the one before up.
    session.upload?.destroy()
    session.upload = request
    const { socket } = session
    try {
      const body = await readBody(request, MAX_BODY_BYTES)
      const frames = body && splitFrames(body)
      if (!frames || frames.some(frame => frame.length > MAX_FRAME_BYTES)) {
        socket.close(CLOSE.tooLarge, 'too large')
        end(request, response, 413)
        return
      }
      await socket.take(from, frames)
      response.writeHead(204).end()
    } catch (error) {
      if (error instanceof BrokenFramesError) {
        socket.close(CLOSE.malformed, 'broken frames')
        end(request, response, 400)
      }
      // Else the client broke off: it sends the same again.
    } finally {
      if (session.upload === request) session.upload = null
    }
  }
}

/** A body that nobody reads would keep the TCP connection from its next request. */
function end(request: IncomingMessage, response: ServerResponse, status: number): void {
  if (!request.complete) response.setHeader('connection', 'close')
  response.writeHead(status, { 'content-length': 0 }).end()
}

const readNumber = (text: string | null): number | null => (text && /^\d{1,15}$/.test(text) ? Number(text) : null)
