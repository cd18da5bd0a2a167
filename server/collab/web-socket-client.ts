import type { WebSocket } from 'ws'
import type { ClientSocket, SocketListener } from './client-socket.ts'
import { closeSocket } from './close-socket.ts'
import { rawSocket } from './raw-socket.ts'

/** A ping without payload (RFC 6455 section 5.5.2). */
const PING = Uint8Array.of(0x89, 0)

/** An open WebSocket as a connection uses it. */
export class WebSocketClient implements ClientSocket {
  constructor(private readonly ws: WebSocket) {}

  get isOpen(): boolean {
    return this.ws.readyState === this.ws.OPEN
  }

  get unsent(): number {
    return rawSocket(this.ws)?.writableLength ?? 0
  }

  listen({ message, alive, closed }: SocketListener): void {
    this.ws.on('message', message)
    this.ws.on('pong', alive)
    this.ws.on('close', closed)
  }

  write(frames: readonly Uint8Array[]): void {
    const socket = rawSocket(this.ws)
    if (!socket) return
    if (frames.length > 1) socket.cork()
    for (const buffer of frames) socket.write(buffer)
    if (frames.length > 1) socket.uncork()
  }

  pause(): void {
    this.ws.pause()
  }

  resume(): void {
    this.ws.resume()
  }

  ping(frame: Uint8Array): void {
    // Two writes would cost twice as much, and with thousands of connections that is all that an idle server does.
    rawSocket(this.ws)?.write(Buffer.concat([PING, frame]))
  }

  close(code: number, reason: string): void {
    closeSocket(this.ws, code, reason)
  }

  terminate(): void {
    this.ws.terminate()
  }
}
