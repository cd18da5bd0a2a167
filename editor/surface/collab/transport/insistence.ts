export interface InsistenceOptions {
  fetch: typeof globalThis.fetch
  /** First and longest pause before a request is sent again, ms. */
  pauses: [first: number, longest: number]
  /** A request that has failed for so long is given up, ms. */
  patience: number
  /** A request without an answer for so long is sent again, ms. The server answers every 20 s. */
  silence: number
}

export interface Answer {
  ok: boolean
  status: number
  headers: Headers
  /** The whole body: an answer that breaks off is none. */
  bytes: Uint8Array
}

const DEFAULTS: InsistenceOptions = {
  fetch: (...request) => fetch(...request),
  pauses: [250, 4_000],
  patience: 12_000,
  silence: 45_000,
}

/** HTTP requests that are sent again when they, or their answers, are lost; all of them end together. */
export class Insistence {
  readonly #options: InsistenceOptions
  readonly #stopped = new AbortController()

  constructor(options: Partial<InsistenceOptions>) {
    this.#options = { ...DEFAULTS, ...options }
  }

  stop(): void {
    this.#stopped.abort()
  }

  /** Null where there is no contact. */
  async once(url: string, init: RequestInit): Promise<Answer | null> {
    const { signal } = this.#stopped
    if (signal.aborted) return null
    const attempt = new AbortController()
    const abort = (): void => attempt.abort()
    signal.addEventListener('abort', abort)
    const timer = setTimeout(abort, this.#options.silence)
    try {
      const response = await this.#options.fetch(url, {
        credentials: 'same-origin',
        cache: 'no-store',
        ...init,
        signal: attempt.signal,
      })
      const { ok, status, headers } = response
      return { ok, status, headers, bytes: new Uint8Array(await response.arrayBuffer()) }
    } catch {
      return null
    } finally {
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
    }
  }

  /** As {@link once}, but goes on while there is no contact or the server is out of order. Null when it gave up. */
  async until(url: string, init: RequestInit): Promise<Answer | null> {
    const { pauses, patience } = this.#options
    const end = performance.now() + patience
    for (let pause = pauses[0]; ; pause = Math.min(pauses[1], pause * 2)) {
      const begun = performance.now()
      const answer = await this.once(url, init)
      if (answer && answer.status < 500) return answer
      // One that was silent for long has not failed for long.
      const silent = performance.now() - begun >= this.#options.silence
      if (this.#stopped.signal.aborted || (performance.now() > end && !silent)) return null
      await this.#wait(pause)
    }
  }

  /** Nobody waits for the answer. */
  tell(url: string, init: RequestInit): void {
    this.#options.fetch(url, { credentials: 'same-origin', ...init }).catch(() => {})
  }

  #wait(ms: number): Promise<void> {
    const { signal } = this.#stopped
    return new Promise(resolve => {
      const done = (): void => {
        clearTimeout(timer)
        signal.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, ms)
      signal.addEventListener('abort', done)
    })
  }
}
