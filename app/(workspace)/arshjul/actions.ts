'use server'

import { errorText } from '#app/error-text.ts'
import { requireActor } from '#app/session.ts'
import { renewFeed, revokeFeed } from '#server/calendar/feed-access.ts'
import { readEnv } from '#server/env.ts'
import { services } from '#server/services.ts'

/** The address, this once; or Swedish: what went wrong. */
export type RenewedFeed = { address: string } | { problem: string }

export async function renewFeedAction(): Promise<RenewedFeed> {
  const actor = await requireActor('/arshjul')
  try {
    return { address: `${readEnv().publicUrl}/kalender/${await renewFeed(services(), actor)}.ics` }
  } catch (error) {
    return { problem: errorText(error).message }
  }
}

/** @returns Swedish: what went wrong; null when it is gone */
export async function revokeFeedAction(): Promise<string | null> {
  const actor = await requireActor('/arshjul')
  try {
    await revokeFeed(services(), actor)
    return null
  } catch (error) {
    return errorText(error).message
  }
}
