'use server'

import { revalidatePath } from 'next/cache'
import { errorText } from '#app/error-text.ts'
import { requestFacts } from '#app/request-facts.ts'
import { requireActor } from '#app/session.ts'
import { readEnv } from '#server/env.ts'
import { services } from '#server/services.ts'
import { sendChallenge } from '#server/signing/rounds/key-questions.ts'
import { refuse } from '#server/signing/rounds/refuse.ts'
import { sign } from '#server/signing/rounds/sign.ts'

const pathOf = (roundId: string): string => `/underskrifter/${roundId}`

/** @returns Swedish: what went wrong; null when it is done */
export async function signAction(
  roundId: string,
  sha256: string,
  answers: Record<string, string>,
): Promise<string | null> {
  const actor = await requireActor(pathOf(roundId))
  try {
    await sign(services(), actor, {
      roundId,
      sha256,
      acr: readEnv().OIDC_STEP_UP_ACR ?? null,
      facts: await requestFacts(),
      answers,
    })
  } catch (error) {
    return errorText(error).message
  } finally {
    revalidatePath(pathOf(roundId))
  }
  return null
}

/** @returns what the person is asked; null where it was sent to them */
export async function challengeAction(
  roundId: string,
  questionId: string,
): Promise<{ challenge: string | null } | { problem: string }> {
  const actor = await requireActor(pathOf(roundId))
  const acr = readEnv().OIDC_STEP_UP_ACR ?? null
  try {
    return {
      challenge: await sendChallenge(services(), actor, { roundId, questionId, acr, facts: await requestFacts() }),
    }
  } catch (error) {
    return { problem: errorText(error).message }
  }
}

/** @returns Swedish: what went wrong; null when it is done */
export async function refuseAction(roundId: string, reason: string): Promise<string | null> {
  const actor = await requireActor(pathOf(roundId))
  try {
    await refuse(services(), actor, { roundId, reason, facts: await requestFacts() })
  } catch (error) {
    return errorText(error).message
  }
  revalidatePath(pathOf(roundId))
  return null
}
