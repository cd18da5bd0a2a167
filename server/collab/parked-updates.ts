import type { Connection } from './connection.ts'
import type { Update } from './update.ts'

export interface Parked {
  update: Update
  message: number
}

/** How often a client is asked for what is missing before it is given up. */
const MOST_QUESTIONS = 3

/**
 * Updates that build on something the room does not have, per connection. They are neither stored nor sent on; the
 * client is asked for what is missing (sync step 1), and its answer brings them in.
 */
export class ParkedUpdates {
  private readonly lists = new Map<Connection, { updates: Parked[]; bytes: number; questions: number }>()

  /** @returns whether the client has to be asked, or is to be given up because it sent too much that fits nowhere */
  park(connection: Connection, { update, message }: Parked, limit: number): 'ask' | 'wait' | 'give-up' {
    const first = !this.lists.has(connection)
    const list = this.lists.get(connection) ?? { updates: [], bytes: 0, questions: 1 }
    this.lists.set(connection, list)
    list.updates.push({ update, message })
    list.bytes += update.bytes.length
    if (list.bytes > limit) return 'give-up'
    return first ? 'ask' : 'wait'
  }

  /** Takes the parked updates out, to be judged again. */
  take(connection: Connection): Parked[] {
    const list = this.lists.get(connection)
    if (!list) return []
    list.bytes = 0
    return list.updates.splice(0)
  }

  /** After an answer: forgets a connection that has caught up. */
  answered(connection: Connection): 'caught-up' | 'ask' | 'give-up' {
    const list = this.lists.get(connection)
    if (!list || list.updates.length === 0) {
      this.lists.delete(connection)
      return 'caught-up'
    }
    list.questions += 1
    return list.questions > MOST_QUESTIONS ? 'give-up' : 'ask'
  }

  drop(connection: Connection): void {
    this.lists.delete(connection)
  }
}
