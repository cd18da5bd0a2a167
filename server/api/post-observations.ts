import { and, eq, lt, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '#db/client.ts'
import { apiAnswer } from '#db/schema/api.ts'
import { lockFigures } from '../indicators/import/lock-figures.ts'
import { writeObservations } from '../indicators/write-observations/write-observations.ts'
import type { TokenActor } from '../policies/token-can.ts'
import { type ApiAsked, jsonAnswer } from './answer-api.ts'
import { faultsOf } from './faults-of.ts'
import { batch } from './given-schemas.ts'
import { ApiProblem } from './problem.ts'
import { readBody } from './read-body.ts'
import { resolveBatch } from './resolve-batch.ts'
import type { batchAnswer } from './shown-schemas.ts'

type Answer = z.infer<typeof batchAnswer>

const KEY = /^[\x21-\x7e]{1,200}$/
/** A request may be repeated so long after, and be answered the same. */
const KEPT_DAYS = 30

function readKey(request: Request): string | null {
  const key = request.headers.get('idempotency-key')
  if (key !== null && !KEY.test(key))
    throw new ApiProblem('invalid-idempotency-key', {
      detail: 'Nyckeln ska vara 1 till 200 tecken utan mellanslag, till exempel ett UUID.',
    })
  return key
}

/** What the same request was answered before. @throws ApiProblem where the key belongs to another request */
async function earlierAnswer(tx: Tx, { tokenId }: TokenActor, key: string, sha256: string): Promise<Answer | null> {
  const [row] = await tx
    .select()
    .from(apiAnswer)
    .where(and(eq(apiAnswer.tokenId, tokenId), eq(apiAnswer.key, key)))
  if (!row) return null
  if (row.requestSha256 !== sha256)
    throw new ApiProblem('idempotency-key-reused', {
      detail: 'Nyckeln är redan använd för ett annat innehåll. Välj en ny nyckel för varje nytt innehåll.',
    })
  return row.body as Answer
}

async function keepAnswer(tx: Tx, { tokenId }: TokenActor, key: string, requestSha256: string, body: Answer) {
  const old = lt(apiAnswer.at, sql`now() - make_interval(days => ${KEPT_DAYS})`)
  await tx.delete(apiAnswer).where(and(eq(apiAnswer.tokenId, tokenId), old))
  await tx.insert(apiAnswer).values({ tokenId, key, requestSha256, status: 200, body })
}

/**
 * Appends a batch of observations, all or none. A request with an Idempotency-Key that has been carried out is answered
 * as it was then and does nothing more.
 * @throws ApiProblem
 */
export async function postObservations({ services: { db }, token, request }: ApiAsked): Promise<Response> {
  const key = readKey(request)
  const { json, sha256 } = await readBody(request)
  const parsed = batch.safeParse(json, { reportInput: true })
  if (!parsed.success)
    throw new ApiProblem('invalid-body', { detail: 'Inget är sparat. Se errors.', errors: faultsOf(parsed.error) })
  const { organisationId, name, madeBy } = token
  const { answer, repeated } = await db.transaction(async tx => {
    // Two requests with one key stand in line here, so that the second finds the first one's answer.
    await lockFigures(tx, organisationId)
    const earlier = key === null ? null : await earlierAnswer(tx, token, key, sha256)
    if (earlier) return { answer: earlier, repeated: true }
    const figures = await resolveBatch(tx, { organisationId, changedBy: madeBy }, parsed.data)
    const { importId, written } = await writeObservations(
      tx,
      {
        organisationId,
        source: parsed.data.source,
        method: 'api',
        query: `${name} (POST /api/v1/observations)`,
        sha256,
        importedBy: madeBy,
      },
      figures,
    )
    const made: Answer = { importId, received: figures.length, written, unchanged: figures.length - written }
    if (key !== null) await keepAnswer(tx, token, key, sha256, made)
    return { answer: made, repeated: false }
  })
  return jsonAnswer(answer, 200, repeated ? { 'idempotent-replayed': 'true' } : {})
}
