import { z } from 'zod'
import { InvalidInputError, isSamskriftError } from '../../errors.ts'
import { log } from '../../log.ts'
import type { Actor } from '../../policies/actor.ts'
import type { Services } from '../../services.ts'
import { KeyUnavailableError, SigningNotSetUpError } from '../errors.ts'
import type { KeyAnswers, KeyQuestion } from '../keys/key-question.ts'
import type { RequestFacts } from '../request-facts.ts'
import { findOwnTurn } from './find-own-turn.ts'
import { requireStepUp } from './step-up.ts'

const MOST = 8
const given = z.record(z.string().min(1).max(200), z.string().min(1).max(200))

/** @throws InvalidInputError (`answers`), which says nothing of what was entered */
export function readAnswers(input: unknown): KeyAnswers {
  const { data } = given.safeParse(input)
  const answers = Object.entries(data ?? {})
  if (!data || answers.length > MOST) throw new InvalidInputError({ answers: 'form' })
  return new Map(answers)
}

/** What must be entered to sign now. None where the key cannot be reached: signing itself says so. */
export async function readKeyQuestions({ signing: { provider } }: Pick<Services, 'signing'>): Promise<KeyQuestion[]> {
  try {
    return (await provider?.questions?.()) ?? []
  } catch (error) {
    if (!isSamskriftError(error)) throw error
    log.warn({ err: error }, 'what the key wants to know could not be read')
    return []
  }
}

export interface ChallengeWish {
  roundId: string
  questionId: string
  /** Authentication context class that is asked for; null where any will do. */
  acr: string | null
  facts: Pick<RequestFacts, 'authentication'>
}

/**
 * Has the person get what a question is answered from. Only for whom a signature could be made now: it may cost money.
 * @returns what the person is asked; null where it was sent to them
 * @throws NotFoundError, RoundOverError, NotYourTurnError, StepUpNeededError, SigningNotSetUpError, KeyUnavailableError
 */
export async function sendChallenge(
  { db, signing: { provider } }: Pick<Services, 'db' | 'signing'>,
  actor: Actor,
  { roundId, questionId, acr, facts }: ChallengeWish,
): Promise<string | null> {
  if (!provider) throw new SigningNotSetUpError()
  await db.transaction(async tx => {
    const { round } = await findOwnTurn(tx, actor, roundId)
    await requireStepUp(tx, actor.id, facts.authentication, { acr, since: round.startedAt, now: new Date() })
  })
  if (!provider.challenge) throw new KeyUnavailableError('the key sends nothing to anybody')
  return provider.challenge(questionId)
}
