export interface SocketListener {
  message(data: Uint8Array, isBinary: boolean): void
  /** A sign of life besides messages. */
  alive(): void
  /** Called once, last of all. */
  closed(): void
}

/** What a connection needs of the way to its client: a WebSocket, or long polling in its place. */
export interface ClientSocket {
  /** False from the moment that either side closes. */
  readonly isOpen: boolean
  /** Bytes written that have not left. */
  readonly unsent: number
  listen(listener: SocketListener): void
  /** Ready frames ({@link binaryFrame}), possibly several in one buffer. */
  write(frames: readonly Uint8Array[]): void
  /** Stops reading what the client sends. */
  pause(): void
  resume(): void
  /** Asks for a sign of life, and writes a ready frame with it. */
  ping(frame: Uint8Array): void
  /** @param code of the contract */
  close(code: number, reason: string): void
  /** Without another word. */
  terminate(): void
}
