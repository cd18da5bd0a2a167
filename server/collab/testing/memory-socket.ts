import type { ClientSocket, SocketListener } from '../client-socket.ts'

/** A client without a network: what it sends is handled at once, and what it is told is counted and forgotten. */
export class MemorySocket implements ClientSocket {
  readonly unsent = 0
  closeCode: number | null = null
  /** Buffers heard, by the type of the first message in each. */
  readonly heard = new Map<number, number>()
  isHeld = false
  private listener: SocketListener | null = null
  private readonly waiting: Uint8Array[] = []

  get isOpen(): boolean {
    return this.closeCode === null
  }

  send(frame: Uint8Array): void {
    if (this.isHeld) this.waiting.push(frame)
    else if (this.isOpen) this.listener?.message(frame, true)
  }

  /** The client hangs up. */
  leave(): void {
    if (this.isOpen) this.close(1000)
  }

  listen(listener: SocketListener): void {
    this.listener = listener
  }

  write(frames: readonly Uint8Array[]): void {
    for (const frame of frames) {
      const type = frame[frame[1] === 127 ? 10 : frame[1] === 126 ? 4 : 2] ?? -1
      this.heard.set(type, (this.heard.get(type) ?? 0) + 1)
    }
  }

  pause(): void {
    this.isHeld = true
  }

  resume(): void {
    this.isHeld = false
    for (const frame of this.waiting.splice(0)) this.send(frame)
  }

  ping(): void {
    this.listener?.alive()
  }

  close(code: number): void {
    if (!this.isOpen) return
    this.closeCode = code
    // As a socket does it: after whoever closed it has finished.
    queueMicrotask(() => this.listener?.closed())
  }

  terminate(): void {
    this.close(1006)
  }
}
