/** Lets so many pieces of work run at the same time; the others wait in line. */
export class Turns {
  readonly #line: (() => void)[] = []
  readonly #running = new Set<Promise<unknown>>()
  #taken = 0

  constructor(private readonly most: number) {}

  /** How many wait. */
  get waiting(): number {
    return this.#line.length
  }

  get isFull(): boolean {
    return this.#taken >= this.most
  }

  /**
   * @param signal takes who still waits out of the line; what runs minds it by itself
   * @throws what `work` throws, and the signal's reason
   */
  async run<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted()
    if (this.isFull) await this.#wait(signal)
    else this.#taken += 1
    const running = work()
    this.#running.add(running)
    try {
      return await running
    } finally {
      this.#running.delete(running)
      const next = this.#line.shift()
      // Whoever is next gets the place as it is: nobody comes in between.
      if (next) next()
      else this.#taken -= 1
    }
  }

  #wait(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const next = (): void => {
        signal?.removeEventListener('abort', leave)
        resolve()
      }
      const leave = (): void => {
        this.#line.splice(this.#line.indexOf(next), 1)
        reject(signal?.reason)
      }
      this.#line.push(next)
      signal?.addEventListener('abort', leave, { once: true })
    })
  }

  /** When all that runs or waits now is over. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) {
      await Promise.allSettled(this.#running)
      // Who was next begins in a turn of its own.
      await new Promise(resolve => setImmediate(resolve))
    }
  }
}
