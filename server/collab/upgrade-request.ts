import type { IncomingMessage } from 'node:http'
import { POLLING } from '#editor/core/polling-protocol.ts'
import { isUuid } from '../is-uuid.ts'

/** What a browser asked for at `/collab/<reportId>?v=<editor version>&u=<user>`. */
export interface CollabRequest {
  /** Lower-case UUID, or null where the path holds none: such a report does not exist. */
  reportId: string | null
  /** `v` as sent; null for a stock y-websocket client. */
  editorVersion: string | null
  /** `u` as sent: the user that the page was made for; null for a stock y-websocket client. */
  pageUserId: string | null
}

export interface PollingRequest extends CollabRequest {
  query: URLSearchParams
}

const PREFIX = '/collab/'

/** Null for upgrades that are somebody else's: Next has its own path. */
export const readCollabRequest = (url: string | undefined): CollabRequest | null => readBelow(PREFIX, url)

/** Null for requests that are not long polling. */
export const readPollingRequest = (url: string | undefined): PollingRequest | null => readBelow(POLLING.path, url)

function readBelow(prefix: string, url: string | undefined): PollingRequest | null {
  if (!url?.startsWith(prefix) || !URL.canParse(url, 'http://localhost')) return null
  const { pathname, searchParams: query } = new URL(url, 'http://localhost')
  const id = pathname.slice(prefix.length)
  const reportId = isUuid(id) ? id.toLowerCase() : null
  return { reportId, editorVersion: query.get('v'), pageUserId: query.get('u'), query }
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
