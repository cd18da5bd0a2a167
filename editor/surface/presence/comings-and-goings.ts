import type { PresentPerson } from './presence-store.ts'

/** Short, so that it still says what happened; long, so that a reconnecting crowd is one sentence. Milliseconds. */
const GATHER_MS = 3000

export interface Movement {
  came: string[]
  went: string[]
}

/**
 * Gathers who came and who went and tells it once. Somebody who comes back within the time has not moved: pages are
 * reloaded and connections drop all the time.
 */
export class ComingsAndGoings {
  readonly #tell: (movement: Movement) => void
  #told: Map<string, string> | null = null
  #now: Map<string, string> = new Map()
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(tell: (movement: Movement) => void) {
    this.#tell = tell
  }

  see(people: PresentPerson[]): void {
    this.#now = new Map(people.filter(person => !person.me).map(person => [person.id, person.name]))
    this.#timer ??= setTimeout(() => this.#report(), GATHER_MS)
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    this.#told = null
  }

  #report(): void {
    this.#timer = null
    const before = this.#told
    const now = this.#now
    this.#told = now
    // Those who were here first are seen, not announced.
    if (!before) return
    const came = [...now].filter(([id]) => !before.has(id)).map(([, name]) => name)
    const went = [...before].filter(([id]) => !now.has(id)).map(([, name]) => name)
    if (came.length || went.length) this.#tell({ came, went })
  }
}
