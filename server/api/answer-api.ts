import { randomUUID } from 'node:crypto'
import { findToken } from '../api-tokens/find-token.ts'
import { loggableError } from '../documents/loggable-error.ts'
import { NotAllowedError } from '../errors.ts'
import { log } from '../log.ts'
import { requireTokenCan, type TokenAction, type TokenActor } from '../policies/token-can.ts'
import type { Services } from '../services.ts'
import { ApiProblem, problemResponse } from './problem.ts'

export type ApiServices = Pick<Services, 'db' | 'apiLimits'>

export interface ApiAsked {
  services: ApiServices
  token: TokenActor
  request: Request
}

const CHALLENGE = { 'www-authenticate': 'Bearer realm="samskrift"' }

async function tokenOf({ db }: ApiServices, request: Request): Promise<TokenActor> {
  const [, secret] = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? []
  if (!secret)
    throw new ApiProblem('no-token', { detail: 'Skicka Authorization: Bearer med nyckeln.', headers: CHALLENGE })
  const token = await findToken({ db }, secret)
  if (!token)
    throw new ApiProblem('invalid-token', {
      detail: 'Nyckeln finns inte, är återkallad eller har gått ut. Be administratören om en ny.',
      headers: { 'www-authenticate': `${CHALLENGE['www-authenticate']}, error="invalid_token"` },
    })
  return token
}

function problemOf(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error
  if (error instanceof NotAllowedError)
    return new ApiProblem('scope-missing', { detail: 'Nyckeln har inte rätten som anropet behöver.' })
  const reference = randomUUID().slice(0, 8)
  log.error({ error: loggableError(error), reference }, 'a request to the API failed')
  return new ApiProblem('unforeseen', {
    detail: `Inget är sparat. Försök igen, och uppge koden ${reference} för administratören om det händer igen.`,
  })
}

/** Answers another system, with its token's rights; every error becomes problem+json (RFC 9457) in Swedish. */
export async function answerApi(
  services: ApiServices,
  request: Request,
  action: TokenAction,
  run: (asked: ApiAsked) => Promise<Response>,
): Promise<Response> {
  try {
    const token = await tokenOf(services, request)
    const wait = services.apiLimits.take(token.tokenId)
    if (wait > 0)
      throw new ApiProblem('too-many-requests', {
        detail: 'Vänta och skicka fler värden i samma anrop.',
        headers: { 'retry-after': String(wait) },
      })
    requireTokenCan(token, action, token)
    return await run({ services, token, request })
  } catch (error) {
    return problemResponse(problemOf(error))
  }
}

export const jsonAnswer = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  })
