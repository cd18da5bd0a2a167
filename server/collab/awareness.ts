import { type AwarenessEntry, awarenessState, readAwareness, writeAwareness } from './awareness-message.ts'
import type { SharedState } from './bus/bus-message.ts'
import type { Connection } from './connection.ts'
import { MalformedError } from './malformed.ts'
import { awarenessFrame } from './messages.ts'

/** Last clocks of clients that left, so that one that comes back is not taken for an old message. */
const MOST_REMEMBERED = 1_000
const NOBODY = '00000000-0000-0000-0000-000000000000'
/** Carets that move within so many ms reach the others together. */
const WINDOW = 40

/** A client whose connection is at another node. */
interface RemoteOwner {
  node: string
  actor: { id: string }
}

interface Known {
  owner: Connection | RemoteOwner
  /** As the owner counts. */
  clock: number
  /** Added to the owner's clock for everyone else. */
  offset: number
  json: string
}

/** Clients that have changed in the window that is open; an idle report has none. */
interface Gathered {
  changed: Set<number>
  /** Of them, what the other nodes must hear from this one. */
  own: Set<number>
  timer: NodeJS.Timeout
}

/**
 * Who is where in a report: the latest bytes of each client, relayed, without y-protocols' Awareness object and its
 * timers. A connection speaks for one client, and a state must bear its sender's own user id, so nobody can move
 * another's cursor or write under another's name.
 *
 * y-websocket sends back every state that it is sent. Echoes are neither believed nor relayed, and gathering the states
 * of a window into one frame keeps their number down.
 */
export class RoomAwareness {
  private readonly known = new Map<number, Known>()
  private readonly left = new Map<number, { clock: number; userId: string }>()
  private gathered: Gathered | null = null
  private flushedAt = Number.NEGATIVE_INFINITY

  /** @param share called with what clients of this node are or were */
  constructor(
    private readonly connections: Iterable<Connection>,
    private readonly share: (states: SharedState[]) => void,
  ) {}

  /** @throws MalformedError */
  take(from: Connection, states: Uint8Array): void {
    const entries = readAwareness(states)
    const isFirst = from.awarenessId === null
    if (isFirst && entries.length === 1) from.awarenessId = entries[0]?.client ?? null
    for (const entry of entries) if (entry.client === from.awarenessId) this.takeOwn(from, entry, isFirst)
  }

  /** All states, for a connection that joins or asks; null when nobody is there. */
  all(): Uint8Array | null {
    return this.known.size === 0 ? null : this.frameOf([...this.known.keys()])
  }

  /** The connection is gone, and with it the client that it spoke for. */
  drop(connection: Connection): void {
    const id = connection.awarenessId
    if (id === null || this.known.get(id)?.owner !== connection) return
    this.forget(id)
    this.announce(id).own.add(id)
  }

  /**
   * What another node says of its clients: it has checked that each speaks for itself.
   * @param whole there are no others
   * @throws MalformedError
   */
  takeRemote(node: string, states: readonly SharedState[], whole: boolean): void {
    for (const state of states) this.takeOneRemote(node, state)
    if (!whole) return
    const here = new Set(states.map(state => state.client))
    this.dropRemote(node, client => !here.has(client))
  }

  /** That node is gone, or these of its clients are. */
  dropRemote(node: string, which: (client: number) => boolean = () => true): void {
    for (const [client, { owner }] of [...this.known]) {
      if (!isRemote(owner) || owner.node !== node || !which(client)) continue
      this.forget(client)
      this.announce(client)
    }
  }

  /** Of the clients of this node, for nodes that have missed something. */
  local(): SharedState[] {
    const own = [...this.known].flatMap(([client, { owner }]) => (isRemote(owner) ? [] : [client]))
    return own.map(client => this.shared(client))
  }

  /** Nothing waits for its window any more. */
  flushNow(): void {
    if (!this.gathered) return
    clearTimeout(this.gathered.timer)
    this.flush(this.gathered)
  }

  private takeOneRemote(node: string, { client, clock, userId, json }: SharedState): void {
    const state = awarenessState(json)
    if (state !== null && !isSigned(state, userId)) throw new MalformedError('awareness state of somebody else')
    const known = this.known.get(client)
    const isSame = known && isRemote(known.owner) && known.owner.node === node && known.owner.actor.id === userId
    const owner = isSame ? known.owner : { node, actor: { id: userId } }
    if (known && !supersedes(known, owner, clock, state === null, false)) return
    if (state === null) {
      if (!isSame) return
      known.clock = clock
      this.forget(client)
    } else this.known.set(client, { owner, clock, offset: this.offsetFor(client, clock, known), json })
    this.announce(client)
  }

  private takeOwn(from: Connection, { client, clock, json }: AwarenessEntry, isFirst: boolean): void {
    const state = awarenessState(json)
    const known = this.known.get(client)
    if (known && !supersedes(known, from, clock, state === null, isFirst)) return
    if (state === null) {
      if (!known) return
      known.clock = clock
      this.forget(client)
    } else {
      const shown = signed(json, state, from)
      if (shown === null) return
      this.known.set(client, { owner: from, clock, offset: this.offsetFor(client, clock, known), json: shown })
    }
    this.announce(client).own.add(client)
  }

  /** Others ignore a clock that they have seen; whoever comes back starts where others think it stopped. */
  private offsetFor(client: number, clock: number, known: Known | undefined): number {
    if (known) return Math.max(known.offset, known.clock + known.offset + 1 - clock)
    const last = this.left.get(client)?.clock
    return last === undefined ? 0 : Math.max(0, last + 1 - clock)
  }

  private forget(client: number): void {
    const known = this.known.get(client)
    if (!known) return
    this.known.delete(client)
    this.left.delete(client)
    this.left.set(client, { clock: known.clock + known.offset, userId: known.owner.actor.id })
    const [oldest] = this.left.keys()
    if (this.left.size > MOST_REMEMBERED && oldest !== undefined) this.left.delete(oldest)
  }

  private announce(client: number): Gathered {
    this.gathered ??= this.gather()
    this.gathered.changed.add(client)
    return this.gathered
  }

  private gather(): Gathered {
    const wait = Math.max(0, this.flushedAt + WINDOW - performance.now())
    const gathered: Gathered = {
      changed: new Set(),
      own: new Set(),
      timer: setTimeout(() => this.flush(gathered), wait),
    }
    return gathered
  }

  private flush({ changed, own }: Gathered): void {
    this.gathered = null
    this.flushedAt = performance.now()
    if (own.size > 0) this.share([...own].map(client => this.shared(client)))
    const frame = this.frameOf([...changed])
    for (const connection of this.connections) {
      if (connection.awarenessId === null || !changed.has(connection.awarenessId)) connection.write(frame)
      else {
        const others = [...changed].filter(client => client !== connection.awarenessId)
        if (others.length > 0) connection.write(this.frameOf(others))
      }
    }
  }

  private frameOf(clients: number[]): Uint8Array {
    return awarenessFrame(writeAwareness(clients.map(client => this.shared(client))))
  }

  private shared(client: number): SharedState {
    const known = this.known.get(client)
    if (known) return { client, clock: known.clock + known.offset, json: known.json, userId: known.owner.actor.id }
    const { clock, userId } = this.left.get(client) ?? { clock: 0, userId: NOBODY }
    return { client, clock, json: 'null', userId }
  }
}

/** Whether a message about a known client is news, and from one who may speak for it. */
function supersedes(known: Known, from: Known['owner'], clock: number, leaves: boolean, isFirst: boolean): boolean {
  if (known.owner === from) return leaves ? clock >= known.clock : clock > known.clock
  if (known.owner.actor.id !== from.actor.id) return false
  // The same person, back before the dead socket was noticed; an echo bears the clock that we sent it with, at most.
  return isFirst ? clock >= known.clock : clock > known.clock + known.offset
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

const isRemote = (owner: Known['owner']): owner is RemoteOwner => 'node' in owner

/** Whether the state is that of this user, as {@link signed} leaves it. */
function isSigned(state: Record<string, unknown>, userId: string): boolean {
  const user = state.user as Record<string, unknown> | null | undefined
  return typeof user === 'object' && user?.id === userId && typeof user.name === 'string' && isColour(user.color)
}

/** A colour goes into style attributes of other people's pages. */
const isColour = (value: unknown): boolean =>
  typeof value === 'string' && /^(#[0-9a-f]{3,8}|hsl\([0-9., %]{5,30}\)|var\(--[a-z0-9-]{1,40}\))$/i.test(value)
