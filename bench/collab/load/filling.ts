import { setTimeout as delay } from 'node:timers/promises'
import { clocksOf, opening } from './keystrokes.ts'
import { type Address, allReady, type Place, RawClient } from './raw-client.ts'

const LONGEST = 60_000
const AT_ONCE = 4

export interface Filling {
  address: Address
  places: Place[]
  /** The document, then what was typed in it since, each as one update. */
  updates: Uint8Array[]
  /** What the last of them brings, as [client, clock]. */
  last: [client: number, clock: number]
}

/** Puts a document into rooms the way people do, for servers whose store is their own affair. */
export async function fill({ address, places, updates, last }: Filling): Promise<void> {
  const waiting = [...places]
  const work = async (): Promise<void> => {
    for (let place = waiting.shift(); place; place = waiting.shift()) await fillOne(address, place, updates, last)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}

async function fillOne(address: Address, { room }: Place, updates: Uint8Array[], last: Filling['last']): Promise<void> {
  const [client, clock] = last
  let arrived = false
  const onText = (update: Uint8Array): void => {
    if (update.length > 2 && (clocksOf(update).get(client) ?? 0) >= clock) arrived = true
  }
  const [writer, reader] = await allReady([
    () => new RawClient({ address, room, user: 0 }),
    () => new RawClient({ address, room, user: 1, onText }),
  ])
  for (const [index, update] of updates.entries()) {
    writer?.send(update)
    if (index % 20 === 19) await delay(5)
  }
  const end = performance.now() + LONGEST
  while (!arrived && performance.now() < end) await delay(10)
  await Promise.all([writer?.close(), reader?.close()])
  if (!arrived) throw new Error(`the document did not get through ${room}`)
}

/** One client in each document, who writes so much text in it and then does nothing. */
export async function settleIn(address: Address, places: Place[], characters: number): Promise<RawClient[]> {
  const sentence = 'Vården följer upp avvikelser och risker tillsammans med medarbetare. '
  const text = sentence.repeat(Math.ceil(characters / sentence.length)).slice(0, characters)
  const clients = await allReady(
    places.map(
      ({ room }, user) =>
        () =>
          new RawClient({ address, room, user }),
    ),
    25,
  )
  for (const [index, client] of clients.entries()) {
    client.send(opening(5_000, places[index]?.root ?? '', text))
    if (index % 50 === 49) await delay(20)
  }
  return clients
}
