/**
 * Long polling, for browsers whose way to the server lets no WebSocket through. The same frames go over plain HTTP at
 * `/collab/polling/<reportId>`, on the same origin:
 *
 * - `POST ?v=…&u=…` without a session opens one: JSON {@link Opened}.
 * - `POST ?from=n` carries frames up, the first of them the nth of this session, counted from 1. 204 when they have been
 *   taken in. Frames that the server has are skipped, so a request whose answer was lost is sent again as it was.
 * - `GET ?after=n` waits for what comes after answer part n, and says that all up to n has arrived. Parts stay at the
 *   server until then, so an answer that was lost is asked for again.
 * - `POST ?bye` ends the session.
 *
 * 410 means that there is no such session (any more).
 */
export const POLLING = {
  path: '/collab/polling/',
  /** Request header. A header of our own cannot be sent by other origins, and stands in no proxy's log. */
  session: 'samskrift-session',
  /** Response header: number of the last part in this answer. */
  last: 'samskrift-last',
  /** Response headers: the server closes, with a code of `CLOSE`, and why. Nothing comes after that. */
  close: 'samskrift-close',
  reason: 'samskrift-reason',
} as const

export type Opened = { session: string } | { code: number; reason: string }
