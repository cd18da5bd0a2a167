export interface BusListener {
  onMessage(message: Uint8Array): void
  /** The subscription is in force, for the first time or again: what was sent before may have been missed. */
  onLive(): void
}

/**
 * Carries messages between the nodes, as fast as it can and no more: they may be lost, come twice or out of order, and
 * a node hears its own. What must not be lost is in PostgreSQL.
 */
export interface Bus {
  readonly isUp: boolean
  /** Never throws; the message is lost while the bus is down. */
  publish(topic: string, message: Uint8Array): void
  /** One listener a topic. @returns ends it */
  subscribe(topic: string, listener: BusListener): () => void
  /** Connects anew: nothing has come for too long, though the connection seems to stand. */
  reconnect(): void
  close(): Promise<void>
}
