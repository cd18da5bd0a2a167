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

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.isFull) await new Promise<void>(resolve => this.#line.push(resolve))
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

  /** When all that runs or waits now is over. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) {
      await Promise.allSettled(this.#running)
      // Who was next begins in a turn of its own.
      await new Promise(resolve => setImmediate(resolve))
    }
  }
}
