import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../e2e/support/server-process.ts'
import type { Case, Values } from './case.ts'
import type { BenchDatabase } from './database.ts'
import type { BenchDocument } from './documents.ts'
import { LoadProcess } from './load-process.ts'
import { foreignCores, machineUsage, waitForQuiet } from './processes.ts'
import { Server } from './server.ts'
import type { Subject, SubjectName } from './subjects.ts'

export interface Measurement {
  case: string
  server: SubjectName
  round: number
  /** Seconds that were waited for others on this machine to be quiet. */
  waited: number
  /** Cores that others used meanwhile. */
  others: number
  values: Values
  error?: string
}

export interface MeasureOptions {
  database: BenchDatabase
  report: () => BenchDocument
  quick: boolean
  /** s */
  patience: number
}

/** Text is stored some seconds after the last change, by a server that waits for a pause. */
const STORED_AFTER = 3_000

/** One case on one server with a new store, port and load generator. A failure is a result too. */
export async function measure(
  what: Case,
  subject: Subject,
  round: number,
  { database, report, quick, patience }: MeasureOptions,
): Promise<Measurement> {
  const folder = await mkdtemp(join(tmpdir(), 'samskrift-bench-server-'))
  const port = await freePort()
  const stage = await subject.stage({ database, port, folder, tuning: what.tuning ?? {} })
  const server = new Server(stage.command, port, join(folder, 'server.log'))
  const load = new LoadProcess()
  const { address, command } = stage
  const waited = await waitForQuiet(patience)
  const from = machineUsage()
  const done = { case: what.name, server: subject.name, round, waited }
  const others = (): number => foreignCores(from, machineUsage())
  try {
    const values = await what.measure({
      ...{ subject, server, load, database, address, command, folder, quick, report },
      async places(count, document) {
        const { places, filled } = await stage.makePlaces(count, document ?? null)
        if (document && !filled) {
          await load.call('fill', { address, places, updates: document.updates, last: document.last })
          await server.calm(STORED_AFTER)
        }
        return places
      },
    })
    return { ...done, others: others(), values }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { ...done, others: others(), values: {}, error: message.split('\n').slice(0, 3).join(' ') }
  } finally {
    load.end()
    await server.stop()
    await stage.dispose()
    await rm(folder, { recursive: true, force: true })
  }
}
