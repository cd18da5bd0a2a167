import type { Connection } from './connection.ts'
import { KEEP_ALIVE_FRAME } from './messages.ts'

/**
 * Finds connections whose other end is gone without a word: one timer for all. Two beats without any sign of life and
 * the socket is cut.
 * @returns stops it
 */
export function startHeartbeat(connections: Iterable<Connection>, interval: number): () => void {
  const timer = setInterval(() => {
    for (const connection of connections) beat(connection)
  }, interval)
  timer.unref()
  return () => clearInterval(timer)
}

function beat(connection: Connection): void {
  // A socket that we do not read cannot show that it lives.
  if (!connection.alive && !connection.isHeld) {
    connection.socket.terminate()
    return
  }
  if (!connection.isOpen) return
  connection.alive = false
  connection.socket.ping()
  connection.write(KEEP_ALIVE_FRAME)
}
