import { redirect } from 'next/navigation'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import { authOptions } from '#server/auth/auth-options.ts'
import { loadActor } from '#server/auth/load-actor.ts'
import type { Actor } from '#server/policies/actor.ts'
import { services } from '#server/services.ts'

/** Who asks, with the rights of this moment; null when nobody is signed in. Read once per request. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const session = await getServerSession(authOptions())
  // `id` is added by the session callback of authOptions; next-auth's own type does not know it.
  const id = (session?.user as { id?: string } | undefined)?.id
  return id ? loadActor(services().db, id) : null
})

/** Sends whoever is not signed in to the sign-in page. @param returnTo path to come back to */
export async function requireActor(returnTo = '/'): Promise<Actor> {
  const actor = await currentActor()
  if (!actor) redirect(`/logga-in?callbackUrl=${encodeURIComponent(returnTo)}`)
  return actor
}
