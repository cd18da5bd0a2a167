import { ask } from '../../outbound/ask.ts'

/** Larger than any time stamp or OCSP answer; large authorities' revocation lists are some megabytes. */
const MAX_BYTES = 20 * 1024 * 1024

export const DEFAULT_PATIENCE = 10_000

export class ServiceAnswerError extends Error {
  override name = 'ServiceAnswerError'
}

/**
 * What another server gives, whole and within the time. Addresses come from the operator's settings and from
 * certificates of authorities that the operator chose, so they may be of the organisation's own network.
 * @throws OutboundError, or ServiceAnswerError for another status than 200
 */
export async function askForBytes(
  url: string,
  timeoutMs: number,
  question?: { contentType: string; body: Uint8Array },
): Promise<Uint8Array> {
  const { status, bytes } = await ask(new URL(url), {
    method: question ? 'POST' : 'GET',
    ...(question && { body: question.body, headers: { 'content-type': question.contentType } }),
    timeoutMs,
    maxBytes: MAX_BYTES,
  })
  if (status !== 200) throw new ServiceAnswerError(`${new URL(url).host} answered ${status}`)
  return new Uint8Array(bytes)
}
