import type { z } from 'zod'
import { type Answer, ask } from '../../../outbound/ask.ts'
import { OutboundError } from '../../../outbound/errors.ts'
import type { ProxyFor } from '../../../outbound/proxy-for.ts'
import { retryAfter } from '../../../outbound/retry-after.ts'
import { KeyUnavailableError } from '../../errors.ts'
import type { Budget } from './budget.ts'
import { refusalOf } from './csc-refusal.ts'

const MAX_BYTES = 256 * 1024
const BUSY = [429, 503]
const MAX_TRIES = 5
const WAIT_MS = 1000

export interface CscRequest {
  /** For messages: "signatures/signHash". */
  method: string
  url: URL
  headers: Record<string, string>
  body: string | null
  timeoutMs: number
  proxyFor?: ProxyFor | undefined
}

async function once({ method, url, headers, body, timeoutMs, proxyFor }: CscRequest, budget: Budget): Promise<Answer> {
  try {
    return await ask(url, {
      ...(body === null ? {} : { method: 'POST', body }),
      headers,
      timeoutMs,
      maxBytes: MAX_BYTES,
      proxy: proxyFor?.(url),
      signal: budget.signal,
    })
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error
    throw budget.spent ?? new KeyUnavailableError(`the signing service gave no answer to ${method}: ${error.code}`)
  }
}

/**
 * Asks the service, and again where it is busy and says when: it has done nothing then.
 * @throws CscRefusal, KeyUnavailableError
 */
export async function askCsc<T>(request: CscRequest, schema: z.ZodType<T>, budget: Budget): Promise<T> {
  let answer = await once(request, budget)
  for (let tries = 1; BUSY.includes(answer.status) && tries < MAX_TRIES; tries += 1) {
    await budget.wait(retryAfter(answer) ?? WAIT_MS)
    answer = await once(request, budget)
  }
  // Done, and nothing to say.
  if (answer.status === 204) return read(request.method, schema, 'null')
  // 202: more is to come, and the body says by what to ask for it.
  if (answer.status !== 200 && answer.status !== 202) throw refusalOf(request.method, answer)
  return read(request.method, schema, answer.text)
}

function read<T>(method: string, schema: z.ZodType<T>, text: string): T {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    // Not the error itself: it quotes the answer, which may hold a token.
    throw new KeyUnavailableError(`the signing service answered ${method} with what is no JSON`)
  }
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const where = parsed.error.issues[0]?.path.join('.') || 'its form'
  throw new KeyUnavailableError(`the signing service answered ${method} with something else than expected: ${where}`)
}
