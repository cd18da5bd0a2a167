import type { IncomingMessage } from 'node:http'

/** What a browser asked for at `/collab/<reportId>?v=<editor version>`. */
export interface CollabRequest {
  /** Lower-case UUID, or null where the path holds none: such a report does not exist. */
  reportId: string | null
  /** `v` as sent; null for a stock y-websocket client. */
  editorVersion: string | null
}

const PREFIX = '/collab/'
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Null for upgrades that are somebody else's: Next has its own path. */
export function readCollabRequest(url: string | undefined): CollabRequest | null {
  if (!url?.startsWith(PREFIX) || !URL.canParse(url, 'http://localhost')) return null
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  const id = pathname.slice(PREFIX.length)
  return { reportId: UUID.test(id) ? id.toLowerCase() : null, editorVersion: searchParams.get('v') }
}

/**
 * Browsers send cookies with WebSocket requests of any page, and no CORS stops them: only `Origin` tells our own pages
 * from others (RFC 6455 section 10.2). Programs send none.
 */
export function isOwnOrigin(request: IncomingMessage, publicOrigins: readonly string[]): boolean {
  const { origin, host } = request.headers
  if (origin === undefined) return true
  if (!URL.canParse(origin)) return false
  return publicOrigins.includes(origin) || new URL(origin).host === host?.toLowerCase()
}
