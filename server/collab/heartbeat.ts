import type { Connection } from './connection.ts'
import { KEEP_ALIVE_FRAME } from './messages.ts'

/** The timer goes so often in one interval. The connections' turns come at different times, as they joined. */
const TICKS_PER_INTERVAL = 12

/**
 * Says something to every connection once in an interval, and finds those whose other end is gone without a word: one
 * timer and one write each. Whoever has been silent for a whole interval is asked for a sign of life with it, and cut
 * when none has come after another one.
 * @param interval ms
 * @returns stops it
 */
export function startHeartbeat(connections: Iterable<Connection>, interval: number): () => void {
  const timer = setInterval(() => {
    const now = performance.now()
    for (const connection of connections) {
      if (connection.lastBeat + interval > now) continue
      connection.lastBeat = now
      beat(connection)
    }
  }, interval / TICKS_PER_INTERVAL)
  timer.unref()
  return () => clearInterval(timer)
}

function beat(connection: Connection): void {
  const { alive, wasAsked } = connection
  connection.alive = false
  connection.wasAsked = false
  // A socket that we do not read cannot show that it lives.
  if (alive || connection.isHeld) connection.write(KEEP_ALIVE_FRAME)
  else if (wasAsked) connection.socket.terminate()
  else if (connection.isOpen) {
    connection.wasAsked = true
    connection.socket.ping(KEEP_ALIVE_FRAME)
  } else {
    // It was closed and does not answer that either.
    connection.socket.terminate()
  }
}
