import { setTimeout as delay } from 'node:timers/promises'
import * as Y from 'yjs'
import { median } from '../../statistics.ts'
import { type Address, type Place, RawClient } from './raw-client.ts'

export interface Opening {
  address: Address
  places: Place[]
  /** In all; they are spread over the places. */
  clients: number
  /** Bytes of text that make the document; 0 where the clients have it. */
  contentBytes: number
  /** What the clients have already. */
  has?: { stateVector: Uint8Array; answer: Uint8Array }
  /** State vector that the first client's document must reach. */
  verify?: Uint8Array
}

export interface OpeningResult {
  /** ms from the first socket to the content in the first, the middle, the last client. */
  firstMs: number
  medianMs: number
  lastMs: number
  /** Clients that got it all. */
  complete: number
  bytesPerClient: number
  cpuSeconds: number
}

const LONGEST = 60_000

/** Text that is there is worth more than "synced": y-websocket's server says that before it has loaded the document. */
export async function open(order: Opening): Promise<{ result: OpeningResult; clients: RawClient[] }> {
  const { address, places, contentBytes, has, verify } = order
  const parts: Uint8Array[] = []
  const cpu = process.cpuUsage()
  const from = performance.now()
  const arrivals = new Map<number, number>()
  const clients = Array.from({ length: order.clients }, (_, user) => {
    const place = places[user % places.length]
    const client: RawClient = new RawClient({
      address,
      room: place?.room ?? '',
      user,
      has,
      onText: update => {
        if (verify && user === 0) parts.push(update.slice())
        if (!arrivals.has(user) && client.contentBytes >= contentBytes) arrivals.set(user, performance.now() - from)
      },
    })
    return client
  })
  const synced = await Promise.allSettled(clients.map(client => client.ready()))
  const refused = synced.find(one => one.status === 'rejected')
  if (refused) throw refused.reason
  while (arrivals.size < clients.length && performance.now() - from < LONGEST) await delay(5)
  const used = process.cpuUsage(cpu)
  if (verify) requireText(parts, verify)
  // A client that has the document waits for the word that nothing is missing.
  const times = clients
    .map((client, user) => (has ? (client.syncedAt ?? Number.NaN) - from : (arrivals.get(user) ?? Number.NaN)))
    .filter(time => !Number.isNaN(time))
    .sort((a, b) => a - b)
  const result = {
    firstMs: times[0] ?? Number.NaN,
    medianMs: median(times),
    lastMs: times.at(-1) ?? Number.NaN,
    complete: times.length,
    bytesPerClient: median(clients.map(client => client.bytesRead)),
    cpuSeconds: (used.user + used.system) / 1e6,
  }
  return { result, clients }
}

/** A fast answer that is not the document must not win. */
function requireText(parts: Uint8Array[], stateVector: Uint8Array): void {
  const doc = new Y.Doc()
  for (const part of parts) Y.applyUpdate(doc, part)
  const has = Y.decodeStateVector(Y.encodeStateVector(doc))
  for (const [client, clock] of Y.decodeStateVector(stateVector)) {
    if ((has.get(client) ?? 0) < clock) throw new Error('the document that was sent is not the one that was stored')
  }
}
