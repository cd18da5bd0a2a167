import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Older than this, a delivery may be one that somebody has kept and sends again, seconds. */
export const SIGNATURE_LASTS = 300

export const makeWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64url')}`

const hmac = (secret: string, at: number, body: string): string =>
  createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')

/** "t=1700000000,v1=…": the HMAC-SHA256 of the second, a full stop and the body. @param at Unix time, seconds */
export const signatureOf = (secret: string, at: number, body: string): string => `t=${at},v1=${hmac(secret, at, body)}`

/** What a receiver does to know that a delivery is ours. */
export function isSigned(secret: string, header: string, body: string, now: number): boolean {
  const [, at = '', given = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(header) ?? []
  if (!given || Math.abs(now - Number(at)) > SIGNATURE_LASTS) return false
  return timingSafeEqual(Buffer.from(given), Buffer.from(hmac(secret, Number(at), body)))
}
