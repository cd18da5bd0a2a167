import { errorText } from '#app/error-text.ts'
import { currentActor } from '#app/session.ts'
import { InvalidInputError, NotAllowedError } from '#server/errors.ts'
import type { Actor } from '#server/policies/actor.ts'
import { type Services, services } from '#server/services.ts'

export interface Asked {
  services: Services
  actor: Actor
  request: Request
}

const STATUS: Record<string, number> = {
  'no-session': 401,
  'not-allowed': 403,
  'not-found': 404,
  'report-locked': 409,
  'report-not-locked': 409,
  'section-locked': 409,
  'history-gone': 410,
  'text-unreadable': 409,
  'checks-failed': 409,
  'changed-meanwhile': 409,
  'comment-place-gone': 409,
  'template-faults': 422,
  'value-sealed': 409,
  'unit-count': 409,
  'shared-row': 409,
  'round-over': 409,
  'not-your-turn': 409,
  'invalid-input': 422,
}

const READS = new Set(['GET', 'HEAD'])

/** A page of another site can send forms with our cookie; it cannot send our Origin. */
function fromHere(request: Request): boolean {
  const origin = request.headers.get('origin')
  return READS.has(request.method) || origin === null || new URL(origin).host === request.headers.get('host')
}

function refusal(code: string, message: string, fields?: Record<string, string>): Response {
  return Response.json({ code, message, fields }, { status: STATUS[code] ?? 500 })
}

/** Answers for the person who is signed in; errors become {code, message} with Swedish text. */
export async function answer(request: Request, run: (asked: Asked) => Promise<Response>): Promise<Response> {
  try {
    if (!fromHere(request)) throw new NotAllowedError('origin')
    const actor = await currentActor()
    if (!actor) return refusal('no-session', errorText({ code: 'no-session' }).message)
    return await run({ services: services(), actor, request })
  } catch (error) {
    const { code, message, fields } = errorText(error)
    return refusal(code, message, fields)
  }
}

/** @throws InvalidInputError when the body is not JSON */
export async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json()
  } catch {
    throw new InvalidInputError({ body: 'json' })
  }
}
