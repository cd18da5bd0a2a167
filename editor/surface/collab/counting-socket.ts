export interface SocketEvents {
  opened(): void
  sent(frame: unknown): void
}

/** A WebSocket that reports what is sent on it, so that nobody need trust the provider to count. */
export function countingSocket({ opened, sent }: SocketEvents): typeof WebSocket {
  return class CountingSocket extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      opened()
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      super.send(data)
      sent(data)
    }
  }
}
