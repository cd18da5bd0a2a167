import type { AwarenessEntry } from './awareness-message.ts'
import { readAwareness, writeAwareness } from './awareness-message.ts'
import type { Connection } from './connection.ts'
import { awarenessFrame } from './messages.ts'

/** Awareness ids per connection: the editor uses one; more come with several tabs behind one socket. */
const MOST_IDS = 8
/** Last clocks of clients that left, so that one that comes back is not taken for an old message. */
const MOST_REMEMBERED = 1_000

interface Known {
  owner: Connection
  /** As the owner counts. */
  clock: number
  /** Added to the owner's clock for everyone else. */
  offset: number
  json: string
}

/**
 * Who is where in a report: the latest bytes of each client, relayed, without y-protocols' Awareness object and its
 * timers. A client id belongs to the connection that used it first, and a state must bear its sender's own user id, so
 * nobody can move another's cursor or write under another's name.
 */
export class RoomAwareness {
  private readonly known = new Map<number, Known>()
  private readonly left = new Map<number, number>()
  private readonly changed = new Map<Connection, Set<number>>()

  /** @param send called once per sender and tick with what changed */
  constructor(private readonly send: (frame: Uint8Array, from: Connection | null) => void) {}

  /** @throws MalformedError */
  take(from: Connection, states: Uint8Array): void {
    for (const entry of readAwareness(states)) this.takeOne(from, entry)
  }

  /** All states, for a connection that joins or asks; null when nobody is there. */
  all(): Uint8Array | null {
    return this.known.size === 0 ? null : this.frameOf([...this.known.keys()])
  }

  /** The connection is gone, and with it everyone it spoke for. */
  drop(connection: Connection): void {
    const ids = [...connection.awarenessIds].filter(id => this.known.get(id)?.owner === connection)
    this.changed.delete(connection)
    if (ids.length === 0) return
    for (const id of ids) this.forget(id)
    this.send(this.frameOf(ids), connection)
  }

  private takeOne(from: Connection, entry: AwarenessEntry): void {
    const { client, clock, state } = entry
    const known = this.known.get(client)
    // The same person may take an id over: that is a reconnect before the dead socket was noticed.
    if (known && known.owner !== from && known.owner.actor.id !== from.actor.id) return
    if (known && (clock < known.clock || (clock === known.clock && known.owner === from && state !== null))) return
    if (state === null) {
      if (!known) return
      known.clock = clock
      this.forget(client)
    } else {
      const json = signed(entry.json, state, from)
      if (json === null) return
      if (!from.awarenessIds.has(client) && from.awarenessIds.size >= MOST_IDS) return
      known?.owner.awarenessIds.delete(client)
      from.awarenessIds.add(client)
      this.known.set(client, { owner: from, clock, offset: this.offsetFor(client, clock, known), json })
    }
    this.announce(from, client)
  }

  /** Others ignore a clock that they have seen; whoever comes back starts where others think it stopped. */
  private offsetFor(client: number, clock: number, known: Known | undefined): number {
    if (known) return Math.max(known.offset, known.clock + known.offset + 1 - clock)
    const last = this.left.get(client)
    return last === undefined ? 0 : Math.max(0, last + 1 - clock)
  }

  private forget(client: number): void {
    const known = this.known.get(client)
    if (!known) return
    this.known.delete(client)
    known.owner.awarenessIds.delete(client)
    this.left.delete(client)
    this.left.set(client, known.clock + known.offset)
    const [oldest] = this.left.keys()
    if (this.left.size > MOST_REMEMBERED && oldest !== undefined) this.left.delete(oldest)
  }

  private announce(from: Connection, client: number): void {
    if (this.changed.size === 0) queueMicrotask(() => this.flush())
    const ids = this.changed.get(from) ?? new Set()
    this.changed.set(from, ids.add(client))
  }

  private flush(): void {
    for (const [from, ids] of this.changed) this.send(this.frameOf([...ids]), from)
    this.changed.clear()
  }

  private frameOf(clients: number[]): Uint8Array {
    const entries = clients.map(client => {
      const known = this.known.get(client)
      return known
        ? { client, clock: known.clock + known.offset, json: known.json }
        : { client, clock: this.left.get(client) ?? 0, json: 'null' }
    })
    return awarenessFrame(writeAwareness(entries))
  }
}

/** The state as others may see it, with the name that the server knows; null if it is not the sender's own. */
function signed(json: string, state: Record<string, unknown>, { actor }: Connection): string | null {
  const user = state.user
  if (typeof user !== 'object' || user === null) return null
  const { id, name, color } = user as Record<string, unknown>
  if (id !== actor.id) return null
  if (name === actor.name && isColour(color)) return json
  return JSON.stringify({ ...state, user: { id, name: actor.name, color: isColour(color) ? color : '#555555' } })
}

/** A colour goes into style attributes of other people's pages. */
const isColour = (value: unknown): boolean =>
  typeof value === 'string' && /^(#[0-9a-f]{3,8}|hsl\([0-9., %]{5,30}\)|var\(--[a-z0-9-]{1,40}\))$/i.test(value)
