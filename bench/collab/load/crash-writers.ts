import { setTimeout as delay } from 'node:timers/promises'
import * as Y from 'yjs'
import { FIRST_KEY, keystroke, opening } from './keystrokes.ts'
import { type Address, allReady, type Place, RawClient } from './raw-client.ts'

/** The one writer of each document. */
const WRITER = 9_001
const PER_SECOND = 250

export interface Progress {
  /** Characters sent, and characters in messages that the server called saved, over all documents. */
  sent: number
  saved: number[]
}

interface CrashWriter {
  client: RawClient
  place: Place
  user: number
  /** Everything written, sent or not. */
  written: Uint8Array[]
  isAway: boolean
  clock: number
  /** Of the first n messages with an update: the clock after the last of them. */
  clockAfter: number[]
  saved: number
}

/** Of the characters, how many are written before every other writer loses contact, and goes on writing. */
const BEFORE_AWAY = 0.5

/** People who write in several documents until their server dies under them; some of them have no contact then. */
export class CrashWriters {
  private readonly writers: CrashWriter[] = []
  private stopped = false

  /** Everyone is there, and the first character of each is saved. */
  async begin(address: Address, places: Place[]): Promise<void> {
    for (const [user, place] of places.entries()) {
      const { room, root } = place
      const writer: Omit<CrashWriter, 'client'> & { client?: RawClient } = {
        place,
        user,
        written: [],
        isAway: false,
        clock: 0,
        clockAfter: [0],
        saved: 0,
      }
      const onSaved = (messages: number): void => {
        let last = messages
        // An answer to the server's question has a number too, and moves no clock.
        while (last > 0 && writer.clockAfter[last] === undefined) last -= 1
        writer.saved = Math.max(writer.saved, writer.clockAfter[last] ?? 0)
      }
      const [client] = await allReady([() => new RawClient({ address, room, user, onSaved })])
      if (!client) continue
      const ready = Object.assign(writer, { client })
      this.writers.push(ready)
      this.send(ready, opening(WRITER, root), FIRST_KEY)
    }
    while (this.writers.some(({ saved }) => saved < FIRST_KEY)) await delay(1)
  }

  /** Writes until so many characters are sent in all. The killer acts at once, so nothing is waited for. */
  async writeUntil(characters: number): Promise<void> {
    const from = performance.now()
    const before = this.sent
    while (this.sent < characters) {
      if (this.sent >= characters * BEFORE_AWAY) await this.loseContact()
      const due = Math.min(characters - before, ((performance.now() - from) * PER_SECOND * this.writers.length) / 1000)
      for (let turn = 0; this.sent - before < due; turn += 1) this.press(this.writers[turn % this.writers.length])
      await delay(1)
    }
    void this.goOn()
  }

  /** Everything that the server says before its sockets are gone counts: it said "saved". */
  async end(): Promise<Progress> {
    this.stopped = true
    await Promise.all(this.writers.map(({ client }) => client.close()))
    return { sent: this.sent, saved: this.writers.map(writer => writer.saved) }
  }

  /** The server is there again: those who were away bring what they wrote. Resolves when all of it is called saved. */
  async comeBack(address: Address): Promise<Progress> {
    const away = this.writers.filter(writer => writer.isAway)
    await Promise.all(away.map(writer => bring(address, writer)))
    return { sent: this.sent, saved: this.writers.map(writer => writer.saved) }
  }

  private async loseContact(): Promise<void> {
    const leaving = this.writers.filter((writer, index) => index % 2 === 1 && !writer.isAway)
    for (const writer of leaving) writer.isAway = true
    await Promise.all(leaving.map(({ client }) => client.close()))
  }

  private get sent(): number {
    return this.writers.reduce((sum, writer) => sum + writer.clock, 0)
  }

  private async goOn(): Promise<void> {
    while (!this.stopped) {
      for (const writer of this.writers) this.press(writer)
      await delay(1000 / PER_SECOND)
    }
  }

  private press(writer: CrashWriter | undefined): void {
    if (writer) this.send(writer, keystroke(WRITER, writer.clock), 1)
  }

  private send(writer: CrashWriter, update: Uint8Array, characters: number): void {
    writer.clock += characters
    writer.written.push(update)
    if (writer.isAway) return
    writer.clockAfter[writer.client.sent + 1] = writer.clock
    writer.client.send(update)
  }
}

async function bring(address: Address, writer: CrashWriter): Promise<void> {
  const answer = Y.mergeUpdates(writer.written)
  const has = { stateVector: Y.encodeStateVectorFromUpdate(answer), answer }
  await new Promise<void>((resolve, reject) => {
    // The answer is the first message with an update.
    const onSaved = (messages: number): void => {
      if (messages < 1) return
      writer.saved = writer.clock
      resolve(client.close())
    }
    const client = new RawClient({ address, room: writer.place.room, user: writer.user, has, onSaved })
    client.ready().catch(reject)
  })
}

/** The writer's clock in each document, as somebody finds it who opens it now. */
export async function readClocks(address: Address, places: Place[]): Promise<number[]> {
  return Promise.all(
    places.map(async ({ room }, user) => {
      const doc = new Y.Doc()
      const onText = (update: Uint8Array): void => Y.applyUpdate(doc, update)
      const client = new RawClient({ address, room, user, onText })
      await client.ready()
      await client.close()
      return Y.decodeStateVector(Y.encodeStateVector(doc)).get(WRITER) ?? 0
    }),
  )
}
