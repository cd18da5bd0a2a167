import { redirect } from 'next/navigation'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import { authOptions } from '#server/auth/auth-options.ts'
import { loadActor } from '#server/auth/load-actor.ts'
import type { Actor } from '#server/policies/actor.ts'
import { services } from '#server/services.ts'
import type { RequestFacts } from '#server/signing/request-facts.ts'

/** What the session callback of authOptions adds; next-auth's own type does not know it. */
interface OwnSession extends Partial<Pick<RequestFacts, 'authentication'>> {
  user?: { id?: string }
}

const currentSession = cache(() => getServerSession(authOptions()) as Promise<OwnSession | null>)

/** Who asks, with the rights of this moment; null when nobody is signed in. Read once per request. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const id = (await currentSession())?.user?.id
  return id ? loadActor(services().db, id) : null
})

/** How the person logged in; null where nobody is, or it is not known. */
export const currentAuthentication = async (): Promise<RequestFacts['authentication']> =>
  (await currentSession())?.authentication ?? null

/** Sends whoever is not signed in to the sign-in page. @param returnTo path to come back to */
export async function requireActor(returnTo = '/'): Promise<Actor> {
  const actor = await currentActor()
  if (!actor) redirect(`/logga-in?callbackUrl=${encodeURIComponent(returnTo)}`)
  return actor
}
