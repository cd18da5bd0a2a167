import { z } from 'zod'
import type { Authentication } from '#db/schema/signing.ts'

/** Claims of an ID token that say how and when somebody logged in (OpenID Connect Core 1.0, section 2). */
const claims = z.object({
  iss: z.string(),
  sub: z.string(),
  acr: z.string().nullish(),
  amr: z.array(z.string()).nullish(),
  /** Seconds since 1970. */
  auth_time: z.number().int(),
})

/**
 * How somebody logged in with their organisation's account. A provider that does not say when (`auth_time`) has proved
 * nothing that a signature could rest on.
 * @param profile claims of the ID token
 */
export function oidcAuthentication(profile: unknown): Authentication | null {
  const parsed = claims.safeParse(profile)
  if (!parsed.success) return null
  const { iss, sub, acr, amr, auth_time } = parsed.data
  const at = new Date(auth_time * 1000).toISOString()
  return { method: 'oidc', issuer: iss, subject: sub, acr: acr ?? null, amr: amr ?? [], at }
}

export const demoAuthentication = (subject: string, now: Date): Authentication => ({
  method: 'demo',
  issuer: null,
  subject,
  acr: null,
  amr: [],
  at: now.toISOString(),
})
