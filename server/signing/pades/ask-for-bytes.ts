import { ask } from '../../outbound/ask.ts'
import type { ProxyFor } from '../../outbound/proxy-for.ts'

/** Larger than any time stamp or OCSP answer; large authorities' revocation lists are some megabytes. */
const MAX_BYTES = 20 * 1024 * 1024

export const DEFAULT_PATIENCE = 10_000

export class ServiceAnswerError extends Error {
  override name = 'ServiceAnswerError'
}

export interface BytesWish {
  /** Asked by POST; without it, by GET. */
  question?: { contentType: string; body: Uint8Array }
  timeoutMs?: number
  proxyFor?: ProxyFor
}

/**
 * What another server gives, whole and within the time. Addresses come from the operator's settings and from
 * certificates of authorities that the operator chose, so they may be of the organisation's own network.
 * @throws OutboundError, or ServiceAnswerError for another status than 200
 */
export async function askForBytes(
  address: string,
  { question, timeoutMs = DEFAULT_PATIENCE, proxyFor }: BytesWish = {},
): Promise<Uint8Array> {
  const url = new URL(address)
  const { status, bytes } = await ask(url, {
    method: question ? 'POST' : 'GET',
    ...(question && { body: question.body, headers: { 'content-type': question.contentType } }),
    timeoutMs,
    maxBytes: MAX_BYTES,
    proxy: proxyFor?.(url),
  })
  if (status !== 200) throw new ServiceAnswerError(`${url.host} answered ${status}`)
  return new Uint8Array(bytes)
}
