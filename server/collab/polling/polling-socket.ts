import type { ServerResponse } from 'node:http'
import { CLOSE } from '#editor/core/collab-protocol.ts'
import { POLLING } from '#editor/core/polling-protocol.ts'
import type { ClientSocket, SocketListener } from '../client-socket.ts'
import { Parts } from './parts.ts'

/** How long a client may take to fetch that it was closed, ms. As long as a WebSocket may. */
const PATIENCE = 5_000

/** One session of long polling, in a WebSocket's place. HTTP requests come in at the bottom, frames at the top. */
export class PollingSocket implements ClientSocket {
  private readonly parts = new Parts()
  private listener: SocketListener | null = null
  private answer: ServerResponse | null = null
  private ending: { code: number; reason: string } | null = null
  private patience: NodeJS.Timeout | null = null
  private received = 0
  private paused: { resumed: Promise<void>; resume: () => void } | null = null
  private isGone = false
  private due = false

  /** @param onGone called once, when nothing more comes of it */
  constructor(
    readonly reportId: string,
    private readonly onGone: () => void,
  ) {}

  get isOpen(): boolean {
    return this.ending === null && !this.isGone
  }

  get unsent(): number {
    return this.parts.size
  }

  /** How it was closed before the client has heard of it. */
  get closedWith(): { code: number; reason: string } | null {
    return this.ending
  }

  listen(listener: SocketListener): void {
    this.listener = listener
  }

  write(frames: readonly Uint8Array[]): void {
    this.parts.add(frames.length === 1 && frames[0] ? frames[0] : Buffer.concat(frames))
    this.answerSoon()
  }

  pause(): void {
    if (this.paused) return
    let resume = (): void => {}
    const resumed = new Promise<void>(resolve => {
      resume = resolve
    })
    this.paused = { resumed, resume }
  }

  resume(): void {
    this.paused?.resume()
    this.paused = null
  }

  /** The next request is the sign of life, and the frame brings it about. */
  ping(frame: Uint8Array): void {
    this.write([frame])
  }

  close(code: number, reason: string): void {
    if (!this.isOpen) return
    this.ending = { code, reason }
    this.patience = setTimeout(() => this.terminate(), PATIENCE).unref()
    this.answerSoon()
  }

  terminate(): void {
    if (this.isGone) return
    this.isGone = true
    if (this.patience) clearTimeout(this.patience)
    this.resume()
    this.answer?.writeHead(410).end()
    this.answer = null
    this.onGone()
    this.listener?.closed()
  }

  /** A request for what comes after part `after`. It is answered when there is something. */
  fetch(after: number, response: ServerResponse): void {
    this.listener?.alive()
    // The one before was given up by the client, or lost on the way.
    this.answer?.writeHead(204).end()
    this.answer = response
    response.on('close', () => {
      if (this.answer === response) this.answer = null
    })
    if (!this.parts.acknowledge(after)) this.close(CLOSE.malformed, 'acknowledges what was never sent')
    this.answerSoon()
  }

  /**
   * Frames from the client, the first of them its `from`th. Those that have come before are skipped.
   * @returns when they have been taken in
   */
  async take(from: number, frames: readonly Uint8Array[]): Promise<void> {
    this.listener?.alive()
    while (this.paused) await this.paused.resumed
    if (from > this.received + 1) {
      this.close(CLOSE.malformed, 'frames are missing')
      return
    }
    for (const frame of frames.slice(this.received + 1 - from)) {
      if (!this.isOpen) return
      this.received += 1
      this.listener?.message(frame, true)
    }
  }

  /** After what is being done now, so that several writes go in one answer. */
  private answerSoon(): void {
    if (this.due || !this.answer) return
    this.due = true
    setImmediate(() => {
      this.due = false
      this.answerNow()
    })
  }

  private answerNow(): void {
    const { answer, ending } = this
    if (!answer || (this.parts.isEmpty && !ending)) return
    this.answer = null
    const { number, bytes, isAll } = this.parts.next()
    const body = Buffer.concat(bytes)
    const isLast = ending && isAll
    answer.writeHead(200, {
      'content-type': 'application/octet-stream',
      'content-length': body.length,
      'cache-control': 'no-store',
      [POLLING.last]: number,
      ...(isLast ? { [POLLING.close]: ending.code, [POLLING.reason]: ending.reason } : {}),
    })
    answer.end(body)
    if (isLast) this.terminate()
  }
}
