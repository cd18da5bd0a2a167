import { setTimeout as delay } from 'node:timers/promises'
import { type Percentiles, percentiles } from '../../statistics.ts'
import { Crowd } from './crowd.ts'
import type { Address, Place } from './raw-client.ts'

export interface Gathering {
  /** Clients spread over them; several are nodes of one server. */
  addresses: Address[]
  places: Place[]
  /** In each document. */
  clients: number
  writers: number
}

export interface TypingResult {
  sent: number
  delivered: number
  /** Of `expected`, missing 30 s after the last key. */
  missing: number
  seconds: number
  /** Of the load generator. */
  cpuSeconds: number
  /** Key to receipt, ms. */
  receipt: Percentiles
  /** The same, only where the key came from another node. */
  crossing: Percentiles
  /** Key to "saved", ms; n is 0 where a server does not say it. */
  saved: Percentiles
}

const LONGEST_WAIT = 30_000

export async function gather({ addresses, places, clients, writers }: Gathering): Promise<Crowd[]> {
  const crowds = places.map((place, index) => new Crowd(addresses, place, clients, writers, index * clients))
  for (const crowd of crowds) await crowd.gather()
  return crowds
}

const sum = (crowds: Crowd[], of: (crowd: Crowd) => number): number => crowds.reduce((all, one) => all + of(one), 0)

/** What happens between the two calls, measured. */
function begin(crowds: Crowd[]): (seconds: number) => TypingResult {
  const sent = sum(crowds, sentBy)
  const delivered = sum(crowds, crowd => crowd.delivered)
  const cpu = process.cpuUsage()
  for (const crowd of crowds) Object.assign(crowd, { receipts: [], crossings: [], savings: [] })
  return seconds => {
    const used = process.cpuUsage(cpu)
    return {
      sent: sum(crowds, sentBy) - sent,
      delivered: sum(crowds, crowd => crowd.delivered) - delivered,
      missing: sum(crowds, crowd => crowd.expected - crowd.delivered),
      seconds,
      cpuSeconds: (used.user + used.system) / 1e6,
      receipt: percentiles(
        crowds.flatMap(crowd => crowd.receipts ?? []),
        3,
      ),
      crossing: percentiles(
        crowds.flatMap(crowd => crowd.crossings ?? []),
        3,
      ),
      saved: percentiles(
        crowds.flatMap(crowd => crowd.savings ?? []),
        3,
      ),
    }
  }
}

function sentBy(crowd: Crowd): number {
  let sent = 0
  for (let writer = 0; writer < crowd.writing; writer += 1) sent += crowd.clockOf(writer)
  return sent
}

/** One writer at a steady pace, whatever the timers do. */
async function keepTyping(crowd: Crowd, writer: number, perSecond: number, end: number): Promise<void> {
  const period = 1000 / perSecond
  let next = performance.now() + (period * (writer + 0.5)) / crowd.writing
  while (next < end) {
    await delay(Math.max(0, next - performance.now()))
    crowd.press(writer)
    next += period
  }
}

/** Every writer types so many characters a second. */
export async function typeSteadily(crowds: Crowd[], perSecond: number, seconds: number): Promise<TypingResult> {
  const finish = begin(crowds)
  const from = performance.now()
  const end = from + seconds * 1000
  const writers = crowds.flatMap(crowd => Array.from({ length: crowd.writing }, (_, writer) => ({ crowd, writer })))
  await Promise.all(writers.map(({ crowd, writer }) => keepTyping(crowd, writer, perSecond, end)))
  const took = (performance.now() - from) / 1000
  const patience = performance.now() + LONGEST_WAIT
  while (crowds.some(crowd => !crowd.isSettled) && performance.now() < patience) await delay(20)
  return finish(took)
}

/** Each writer presses the next key when another has received the one before, with so many under way. */
export async function typeInTurns(crowds: Crowd[], window: number, seconds: number): Promise<TypingResult> {
  for (const crowd of crowds) {
    crowd.onDelivered = (writer, clock) => {
      while (crowd.clockOf(writer) - clock < window) crowd.press(writer)
    }
    for (let writer = 0; writer < crowd.writing; writer += 1) {
      for (let key = 0; key < window; key += 1) crowd.press(writer)
    }
  }
  const finish = begin(crowds)
  const from = performance.now()
  await delay(seconds * 1000)
  const result = finish((performance.now() - from) / 1000)
  for (const crowd of crowds) crowd.onDelivered = null
  await delay(500)
  return result
}
