// A process of its own: the people. What they do comes step by step from the process that measures.
import { CrashWriters, readClocks } from './crash-writers.ts'
import type { Crowd } from './crowd.ts'
import { fill, settleIn } from './filling.ts'
import { type Opening, open } from './opening.ts'
import type { Address, Place, RawClient } from './raw-client.ts'
import { type Gathering, gather, typeInTurns, typeSteadily } from './typing.ts'

let crowds: Crowd[] = []
let clients: RawClient[] = []
let crashing = new CrashWriters()

const steps = {
  fill,
  async gather(order: Gathering) {
    crowds = await gather(order)
  },
  typeSteadily: (order: { perSecond: number; seconds: number }) => typeSteadily(crowds, order.perSecond, order.seconds),
  typeInTurns: (order: { window: number; seconds: number }) => typeInTurns(crowds, order.window, order.seconds),
  async open(order: Opening) {
    const opened = await open(order)
    clients.push(...opened.clients)
    return opened.result
  },
  async settleIn(order: { address: Address; places: Place[]; characters: number }) {
    clients.push(...(await settleIn(order.address, order.places, order.characters)))
  },
  async beginWriting(order: { address: Address; places: Place[] }) {
    crashing = new CrashWriters()
    await crashing.begin(order.address, order.places)
  },
  writeUntil: (order: { characters: number }) => crashing.writeUntil(order.characters),
  endWriting: () => crashing.end(),
  comeBack: (order: { address: Address }) => crashing.comeBack(order.address),
  readClocks: (order: { address: Address; places: Place[] }) => readClocks(order.address, order.places),
  async leave() {
    const leaving = [...clients, ...crowds.flatMap(crowd => crowd.clients)]
    clients = []
    crowds = []
    await Promise.all(leaving.map(client => client.close()))
  },
}

export type Steps = typeof steps
export interface Order {
  id: number
  step: keyof Steps
  order: unknown
}

export type Report = { id: number; result: unknown } | { id: number; error: string }

process.on('message', async ({ id, step, order }: Order) => {
  const run = steps[step] as (order: unknown) => Promise<unknown>
  try {
    process.send?.({ id, result: await run(order) } satisfies Report)
  } catch (error) {
    process.send?.({
      id,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    } satisfies Report)
  }
})
process.on('disconnect', () => process.exit(0))
