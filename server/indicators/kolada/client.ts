import { setTimeout } from 'node:timers/promises'
import type { z } from 'zod'
import { type Answer, ask } from '../../outbound/ask.ts'
import { OutboundError } from '../../outbound/errors.ts'
import { retryAfter } from '../../outbound/retry-after.ts'
import { page } from './answers.ts'
import { KoladaError, type KoladaFault } from './errors.ts'

/** Ids that one part of a path may have, according to the documentation. */
export const MAX_IDS = 25
export const PER_PAGE = 5000
const MAX_PAGES = 1000
const MAX_BYTES = 20 * 2 ** 20
const TIMEOUT_MS = 30_000
const ATTEMPTS = 5
const FIRST_PAUSE_MS = 1000
/** Who is asked to wait longer than this comes back another time, ms. */
const MOST_PAUSE_MS = 120_000

export interface KoladaAccess {
  /** "https://api.kolada.se/v3", without a slash at its end. */
  url: string
  proxy?: string | undefined
  /** Ends the asking early, when the server stops. */
  signal?: AbortSignal
  /** Waits, ms; given by tests. */
  pause?: (ms: number, signal?: AbortSignal) => Promise<void>
  /** From 0 to 1; given by tests. */
  random?: () => number
  timeoutMs?: number
  maxBytes?: number
}

const FAULTS: Partial<Record<string, KoladaFault>> = {
  'timed-out': 'kolada-timed-out',
  'too-large': 'kolada-too-large',
}

const sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
  setTimeout(ms, undefined, { ...(signal && { signal }) })

/** Asks Kolada's API v3. Patient with a server that is busy or down, strict with what it answers. */
export class KoladaClient {
  readonly #base: URL

  constructor(private readonly access: KoladaAccess) {
    this.#base = new URL(access.url)
  }

  /**
   * All values of all pages.
   * @param path after the base, "/kpi/N00945", with its parameters
   * @throws KoladaError
   */
  async values<T>(path: string, value: z.ZodType<T>): Promise<T[]> {
    const values: T[] = []
    const seen = new Set<string>()
    let next: URL | null = new URL(`${this.access.url}${path}`)
    while (next) {
      if (seen.has(next.href) || seen.size >= MAX_PAGES) throw new KoladaError('kolada-foreign-page')
      seen.add(next.href)
      const answered: { values: T[]; next_url?: string | null | undefined } = this.#read(
        await this.#patiently(next),
        page(value),
      )
      for (const one of answered.values) values.push(one)
      next = answered.next_url ? this.#follow(answered.next_url, next) : null
    }
    return values
  }

  /** A page at another host is none of Kolada's, whoever says so. */
  #follow(text: string, from: URL): URL {
    if (!URL.canParse(text, from)) throw new KoladaError('kolada-broken')
    const url = new URL(text, from)
    if (url.origin !== this.#base.origin) throw new KoladaError('kolada-foreign-page')
    return url
  }

  #read<T>({ text }: Answer, shape: z.ZodType<T>): T {
    let json: unknown
    try {
      json = JSON.parse(text)
    } catch (cause) {
      throw new KoladaError('kolada-broken', { cause })
    }
    const parsed = shape.safeParse(json)
    if (!parsed.success) throw new KoladaError('kolada-broken', { cause: parsed.error })
    return parsed.data
  }

  async #patiently(url: URL): Promise<Answer> {
    const { pause = sleep, random = Math.random, signal } = this.access
    for (let attempt = 1; ; attempt += 1) {
      const { answer, fault } = await this.#once(url)
      if (answer && !fault) return answer
      const asked = answer && retryAfter(answer, Date.now())
      // Twice as long each time, and never in step with others who were told to wait at the same moment.
      const ms = asked ?? FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.5 + random() / 2)
      if (attempt >= ATTEMPTS || ms > MOST_PAUSE_MS || signal?.aborted)
        throw new KoladaError(fault ?? 'kolada-unreachable')
      await pause(ms, signal)
    }
  }

  /** @returns an answer, or with a fault one that may be another the next time @throws KoladaError for one that may not */
  async #once(url: URL): Promise<{ answer?: Answer; fault?: KoladaFault }> {
    const { proxy, timeoutMs = TIMEOUT_MS, maxBytes = MAX_BYTES, signal } = this.access
    try {
      const headers = { accept: 'application/json', 'user-agent': 'Samskrift/1' }
      const answer = await ask(url, { headers, timeoutMs, maxBytes, proxy, signal })
      if (answer.status === 429) return { answer, fault: 'kolada-busy' }
      if (answer.status >= 500) return { answer, fault: 'kolada-down' }
      if (answer.status !== 200) throw new KoladaError('kolada-refused')
      return { answer }
    } catch (error) {
      if (!(error instanceof OutboundError)) throw error
      const fault = FAULTS[error.code] ?? 'kolada-unreachable'
      if (fault === 'kolada-too-large') throw new KoladaError(fault, { cause: error })
      return { fault }
    }
  }
}
