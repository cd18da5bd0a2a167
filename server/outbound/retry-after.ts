import type { Answer } from './ask.ts'

/**
 * When a server that is busy wants to be asked again (RFC 9110, 10.2.3): it says seconds, or a date.
 * @returns ms from now, never less than 0; null where the header says nothing that can be used
 */
export function retryAfter({ headers }: Pick<Answer, 'headers'>, now: number = Date.now()): number | null {
  const given = headers['retry-after']
  if (given === undefined) return null
  const ms = /^\d+$/.test(given) ? Number(given) * 1000 : Date.parse(given) - now
  return Number.isFinite(ms) ? Math.max(0, ms) : null
}
