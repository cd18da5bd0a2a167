/** The least that React's useSyncExternalStore needs. The snapshot keeps its identity while nothing has changed. */
export interface ReadStore<T> {
  subscribe(onChange: () => void): () => void
  getSnapshot(): T
}

export class Store<T> implements ReadStore<T> {
  #value: T
  #listeners = new Set<() => void>()

  constructor(value: T) {
    this.#value = value
  }

  readonly getSnapshot = (): T => this.#value

  readonly subscribe = (onChange: () => void): (() => void) => {
    this.#listeners.add(onChange)
    return () => this.#listeners.delete(onChange)
  }

  set(value: T): void {
    if (Object.is(value, this.#value)) return
    this.#value = value
    for (const listener of [...this.#listeners]) listener()
  }
}
