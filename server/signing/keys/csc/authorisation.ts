import { KeyAnswersMissingError, KeyUnavailableError } from '../../errors.ts'
import type { KeyAnswers, KeyQuestion } from '../key-question.ts'
import type { AuthObject, Credential } from './csc-answers.ts'

/** An object of authentication as credentials/authorize takes it; without a value, the service asks elsewhere. */
export interface AuthData {
  id: string
  value?: string
}

/** Types of CSC API v2.0, 8.3.1: asked here, or by the service itself on the person's own device. */
const ASKED_HERE = ['Password', 'ChallengeResponse']
const ASKED_ELSEWHERE = ['PasswordOOB', 'ChallengeResponseOOB']

const objectsOf = ({ auth }: Credential): AuthObject[] => auth.objects ?? []

/**
 * @throws KeyUnavailableError where the credential is authorised in a way that is not set up here: by a sign-in at the
 *   service (oauth2code), by one of several ways, or by an object of another type
 */
export function requireKnownAuthorisation(credential: Credential): void {
  const { mode, expression = '' } = credential.auth
  if (!['explicit', 'implicit'].includes(mode))
    throw new KeyUnavailableError('the credential wants a sign-in by a person at the service, which is not set up here')
  if (/\b(OR|XOR)\b|[|^]/i.test(expression))
    throw new KeyUnavailableError('the credential lets a person choose how to authorise it, which is not set up here')
  const strange = objectsOf(credential).find(({ type }) => ![...ASKED_HERE, ...ASKED_ELSEWHERE].includes(type))
  if (strange) throw new KeyUnavailableError('the credential wants an authorisation of a type that is not known here')
}

export const questionsOf = (credential: Credential): KeyQuestion[] =>
  objectsOf(credential)
    .filter(({ type }) => ASKED_HERE.includes(type))
    .map(({ id, label, type, format }) => ({
      id,
      label: label ?? id,
      digits: format === 'N',
      isSent: type === 'ChallengeResponse',
    }))

/** What goes with credentials/authorize. @throws KeyAnswersMissingError where a question has no answer */
export function authDataOf(credential: Credential, answers: KeyAnswers): AuthData[] {
  return objectsOf(credential).map(({ id, type }) => {
    if (ASKED_ELSEWHERE.includes(type)) return { id }
    const value = answers.get(id)
    if (!value) throw new KeyAnswersMissingError('the key wants an answer from the person who signs')
    return { id, value }
  })
}
