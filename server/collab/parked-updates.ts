import type { Connection } from './connection.ts'

export interface Parked {
  bytes: Uint8Array
  /** Its number on the connection. */
  message: number
  /** A sync step 2: all that the client has and the room said it had not. */
  isAnswer: boolean
}

interface Shelf {
  updates: Parked[]
  bytes: number
  questions: number
}

/** How often a client is asked for what is missing before it is given up. */
const MOST_QUESTIONS = 3

/**
 * Updates that build on something the room does not have, per connection. They are neither stored nor sent on; the
 * client is asked for what is missing (sync step 1), and its answer brings them in.
 */
export class ParkedUpdates {
  private readonly shelves = new Map<Connection, Shelf>()

  constructor(private readonly limit: number) {}

  park(connection: Connection, parked: Parked): 'ask' | 'wait' | 'give-up' {
    const known = this.shelves.get(connection)
    const shelf = known ?? { updates: [], bytes: 0, questions: 1 }
    this.shelves.set(connection, shelf)
    shelf.updates.push(parked)
    shelf.bytes += parked.bytes.length
    if (shelf.bytes > this.limit) return 'give-up'
    return known ? 'wait' : 'ask'
  }

  has(connection: Connection): boolean {
    return this.shelves.has(connection)
  }

  /** Takes the parked updates off, to be judged again. */
  take(connection: Connection): Parked[] {
    const shelf = this.shelves.get(connection)
    if (!shelf) return []
    shelf.bytes = 0
    return shelf.updates.splice(0)
  }

  /** After the client's answer was taken in: what to do about updates that are parked even so. */
  answered(connection: Connection): 'caught-up' | 'ask' | 'give-up' {
    const shelf = this.shelves.get(connection)
    if (!shelf || shelf.updates.length === 0) {
      this.shelves.delete(connection)
      return 'caught-up'
    }
    shelf.questions += 1
    return shelf.questions > MOST_QUESTIONS ? 'give-up' : 'ask'
  }

  drop(connection: Connection): void {
    this.shelves.delete(connection)
  }
}
