'use server'

import { errorText } from '#app/error-text.ts'
import { requireActor } from '#app/session.ts'
import { readEnv } from '#server/env.ts'
import { remindOwners } from '#server/reminders/remind-owners.ts'
import { services } from '#server/services.ts'
import { sv } from './sv.ts'

/** What became of it, in Swedish. */
export type RemindAnswer = { done: string } | { problem: string }

/** Reminds those who are responsible for these sections. */
export async function remindAction(reportId: string, sectionIds: string[]): Promise<RemindAnswer> {
  const actor = await requireActor(`/rapporter/${reportId}/lagkrav`)
  try {
    const { mailIsSetUp } = readEnv()
    return { done: sv.late.asked(await remindOwners(services(), actor, { reportId, sectionIds, mailIsSetUp })) }
  } catch (error) {
    return { problem: errorText(error).message }
  }
}
