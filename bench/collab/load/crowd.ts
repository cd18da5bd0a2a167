import { setTimeout as delay } from 'node:timers/promises'
import { clocksOf, FIRST_KEY, keystroke, opening } from './keystrokes.ts'
import { type Address, allReady, type Place, RawClient } from './raw-client.ts'

const FIRST_CLIENT_ID = 100_000
/** ms */
const LONGEST_GATHERING = 60_000
/** Keys of a writer whose moments are remembered. */
const REMEMBERED = 1 << 16

interface Writer {
  id: number
  clock: number
  /** When a key went down, by its clock; and by the number of its message. */
  pressedAt: Float64Array
  messageAt: Float64Array
  saved: number
}

/** The people in one document. The first of them write; every receipt is matched to the key that caused it. */
export class Crowd {
  delivered = 0
  /** Key to receipt by each other client, and key to "saved", ms; null while nobody measures. */
  receipts: number[] | null = null
  savings: number[] | null = null
  /** Of the receipts: those by somebody on another node than the writer. */
  crossings: number[] | null = null
  onDelivered: ((writer: number, clock: number) => void) | null = null
  clients: RawClient[] = []
  private readonly writers: Writer[]
  private readonly seen: Int32Array[]

  constructor(
    private readonly addresses: Address[],
    private readonly place: Place,
    readonly size: number,
    writing: number,
    private readonly firstUser: number,
  ) {
    this.writers = Array.from({ length: writing }, (_, index) => ({
      id: FIRST_CLIENT_ID + index,
      clock: 0,
      pressedAt: new Float64Array(REMEMBERED),
      messageAt: new Float64Array(REMEMBERED),
      saved: 0,
    }))
    this.seen = Array.from({ length: size }, () => new Int32Array(writing))
  }

  /** Everyone is there, and every writer's paragraph has reached everyone. */
  async gather(): Promise<void> {
    const { addresses, place } = this
    this.clients = await allReady(
      Array.from({ length: this.size }, (_, index) => () => {
        const address = addresses[index % addresses.length]
        if (!address) throw new Error('nowhere to connect to')
        const onText = (update: Uint8Array): void => this.receive(index, update)
        const onSaved = (messages: number): void => this.save(index, messages)
        return new RawClient({ address, room: place.room, user: this.firstUser + index, onText, onSaved })
      }),
    )
    const all = new Promise<void>(resolve => {
      this.onDelivered = () => this.delivered === this.expected && resolve()
    })
    for (const [index, writer] of this.writers.entries()) {
      this.write(index, opening(writer.id, place.root), FIRST_KEY)
    }
    if (this.size > 1) {
      const late = delay(LONGEST_GATHERING).then(() => {
        throw new Error('what the writers began did not reach everyone')
      })
      await Promise.race([all, late])
    }
    this.onDelivered = null
  }

  get writing(): number {
    return this.writers.length
  }

  /** Characters that writers have sent, times those who should get them. */
  get expected(): number {
    return this.writers.reduce((sum, writer) => sum + writer.clock, 0) * (this.size - 1)
  }

  /** Everyone has everything, and where the server says "saved", it has said so of everything. */
  get isSettled(): boolean {
    const unsaved = this.writers.some(({ saved }, index) => saved > 0 && saved < (this.clients[index]?.sent ?? 0))
    return this.delivered >= this.expected && !unsaved
  }

  clockOf(writer: number): number {
    return this.writers[writer]?.clock ?? 0
  }

  press(index: number): void {
    const writer = this.writers[index]
    if (writer) this.write(index, keystroke(writer.id, writer.clock), 1)
  }

  private write(index: number, update: Uint8Array, characters: number): void {
    const writer = this.writers[index]
    const client = this.clients[index]
    if (!writer || !client) return
    const now = performance.now()
    writer.pressedAt.fill(now, writer.clock % REMEMBERED, (writer.clock % REMEMBERED) + characters)
    writer.clock += characters
    writer.messageAt[client.send(update) % REMEMBERED] = now
  }

  private receive(index: number, update: Uint8Array): void {
    if (update.length <= 2) return
    const now = performance.now()
    const seen = this.seen[index]
    for (const [id, clock] of clocksOf(update)) {
      const which = id - FIRST_CLIENT_ID
      const writer = this.writers[which]
      const from = seen?.[which]
      // A server may send a writer's own text back.
      if (!writer || !seen || from === undefined || clock <= from || which === index) continue
      seen[which] = clock
      this.delivered += clock - from
      const crosses = which % this.addresses.length !== index % this.addresses.length
      for (let key = from; key < clock && this.receipts; key += 1) {
        const took = now - (writer.pressedAt[key % REMEMBERED] ?? 0)
        this.receipts.push(took)
        if (crosses) this.crossings?.push(took)
      }
      this.onDelivered?.(which, clock)
    }
  }

  private save(index: number, messages: number): void {
    const writer = this.writers[index]
    if (!writer) return
    const now = performance.now()
    while (writer.saved < messages) {
      writer.saved += 1
      const at = writer.messageAt[writer.saved % REMEMBERED] ?? 0
      // An answer to the server's question has a number too, but nobody pressed a key for it.
      if (at > 0) this.savings?.push(now - at)
    }
  }
}
