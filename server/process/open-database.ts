import { resolve } from 'node:path'
import { connect, type DatabaseClient, migrateDatabase } from '#db/client.ts'
import { runningEmbeddedDatabase, startEmbeddedDatabase } from '#db/embedded.ts'
import type { Env } from '../env.ts'

export class DatabaseUnreachableError extends Error {
  override name = 'DatabaseUnreachableError'
  readonly code = 'database-unreachable'
  /** Host and port without user and password. */
  readonly address: string
  constructor(url: string, options: ErrorOptions) {
    super('the database does not answer', options)
    this.address = new URL(url).host
  }
}

export interface OpenDatabase {
  client: DatabaseClient
  close(): Promise<void>
}

async function open(url: string, stopServer: () => Promise<void>): Promise<OpenDatabase> {
  const client = connect(url)
  const close = async (): Promise<void> => {
    await client.close()
    await stopServer()
  }
  try {
    await client.sql`select 1`
  } catch (error) {
    await close()
    throw new DatabaseUnreachableError(url, { cause: error })
  }
  try {
    await migrateDatabase(client)
    return { client, close }
  } catch (error) {
    await close()
    throw error
  }
}

const nothingToStop = async (): Promise<void> => {}

/** The database of the server: the one that DATABASE_URL names, or the embedded one, started and owned here. */
export async function openDatabase(env: Env): Promise<OpenDatabase> {
  if (env.DATABASE_URL) return open(env.DATABASE_URL, nothingToStop)
  const embedded = await startEmbeddedDatabase({ dataDir: resolve(env.SAMSKRIFT_DATA) })
  return open(embedded.url, () => embedded.stop())
}

/** The same database for a command: as a guest where a server runs on the folder, on its own otherwise. */
export async function openDatabaseAsGuest(env: Env): Promise<OpenDatabase> {
  const running = env.DATABASE_URL ?? (await runningEmbeddedDatabase(resolve(env.SAMSKRIFT_DATA)))
  return running ? open(running, nothingToStop) : openDatabase(env)
}
