import { SamskriftError } from '../errors.ts'

/** Something wrong in the body, with where it stands. */
export interface BodyFault {
  /** JSON Pointer (RFC 6901): "/observations/3/value". */
  pointer: string
  /** Swedish: what is wrong and what to do. */
  detail: string
}

/** Every problem that the API answers, by the last part of its `type`; these are kept for good. */
export const PROBLEMS = {
  'no-token': { status: 401, title: 'Nyckel saknas' },
  'invalid-token': { status: 401, title: 'Nyckeln gäller inte' },
  'scope-missing': { status: 403, title: 'Nyckeln räcker inte' },
  'invalid-query': { status: 400, title: 'Frågan går inte att läsa' },
  'not-json': { status: 400, title: 'Innehållet är inte giltig JSON' },
  'invalid-idempotency-key': { status: 400, title: 'Idempotency-Key går inte att använda' },
  'body-too-large': { status: 413, title: 'Innehållet är för stort' },
  'wrong-media-type': { status: 415, title: 'Innehållet är inte JSON' },
  'invalid-body': { status: 422, title: 'Något i innehållet är fel' },
  'idempotency-key-reused': { status: 422, title: 'Samma Idempotency-Key med ett annat innehåll' },
  'too-many-requests': { status: 429, title: 'För många anrop' },
  unforeseen: { status: 500, title: 'Något gick fel' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemCode = keyof typeof PROBLEMS

export interface ProblemFacts {
  /** Swedish: what happened and what to do. */
  detail: string
  errors?: BodyFault[]
  headers?: Record<string, string>
}

/** A request that is not carried out. */
export class ApiProblem extends SamskriftError {
  constructor(
    readonly code: ProblemCode,
    readonly facts: ProblemFacts,
  ) {
    super(`${code}: ${facts.errors?.length ?? 0} faults`)
  }
}

export const problemType = (code: ProblemCode): string => `urn:samskrift:problem:${code}`

/** application/problem+json (RFC 9457). */
export function problemResponse({ code, facts: { detail, errors, headers } }: ApiProblem): Response {
  const { status, title } = PROBLEMS[code]
  return new Response(JSON.stringify({ type: problemType(code), title, status, detail, ...(errors && { errors }) }), {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  })
}
