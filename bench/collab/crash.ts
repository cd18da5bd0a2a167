import { seeded } from '#server/collab/testing/seeded.ts'
import type { BenchDatabase } from './database.ts'
import type { Address, Place } from './load/raw-client.ts'
import type { LoadProcess } from './load-process.ts'
import type { Server } from './server.ts'

export type Victim = 'server' | 'database'

export interface Crash {
  victim: Victim
  /** Characters sent before it came. */
  after: number
  /** Characters that were called saved, and those of them that are gone. */
  saved: number
  lost: number
}

export interface CrashSite {
  server: Server
  database: BenchDatabase
  load: LoadProcess
  address: Address
  places(count: number): Promise<Place[]>
}

/** In each of them one writer. */
export const DOCUMENTS = 4
const FEWEST = 50
const MOST = 1_500
/** Sent after the database has died, while the server still lives and must not call them saved. */
const IN_VAIN = 200

/**
 * Several people write, half of them soon without contact, something dies at once, everything is started again, and those
 * who were away come back: is all there that was called saved?
 */
async function crash(site: CrashSite, victim: Victim, after: number): Promise<Crash> {
  const { server, database, load, address } = site
  const places = await site.places(DOCUMENTS)
  await load.call('beginWriting', { address, places })
  await load.call('writeUntil', { characters: after })
  if (victim === 'database') {
    database.kill()
    await load.call('writeUntil', { characters: after + IN_VAIN })
  }
  await server.kill()
  await load.call('endWriting')
  if (victim === 'database') await database.restart()
  await server.start()
  const { saved } = await load.call('comeBack', { address })
  const found = await load.call('readClocks', { address, places })
  const lost = saved.map((clock, index) => Math.max(0, clock - (found[index] ?? 0)))
  const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0)
  return { victim, after, saved: sum(saved), lost: sum(lost) }
}

/** Server and database by turns, each time at another moment. The server must be running, and is in the end. */
export async function crashes(site: CrashSite, times: number): Promise<Crash[]> {
  const random = seeded(9)
  const done: Crash[] = []
  for (let time = 0; time < times; time += 1) {
    done.push(await crash(site, time % 2 ? 'database' : 'server', FEWEST + random(MOST - FEWEST)))
  }
  return done
}
