import type { WebSocket } from 'ws'

/** How long the other end may take to answer a close, ms. ws itself waits 30 s. */
const PATIENCE = 5_000
/** A close frame holds 125 bytes, two of them for the code (RFC 6455 section 5.5). Reasons here are ASCII. */
const LONGEST_REASON = 123

export function closeSocket(ws: WebSocket, code: number, reason: string): void {
  ws.close(code, reason.slice(0, LONGEST_REASON))
  const timer = setTimeout(() => ws.terminate(), PATIENCE).unref()
  ws.once('close', () => clearTimeout(timer))
}
