import { join } from 'node:path'
import postgres from 'postgres'
import { databaseUrl, readAccessRecord, writeAccessRecord } from './embedded/access-record.ts'
import { type Binaries, findBinaryPackage, prepareBinaries } from './embedded/binaries.ts'
import { createCluster, newPassword, replacePassword } from './embedded/cluster.ts'
import { type ClusterSite, findClusterSite } from './embedded/cluster-site.ts'
import { findDataDir, openDataDir, orUnwritable } from './embedded/data-dir.ts'
import { EmbeddedDatabaseError } from './embedded/errors.ts'
import { claimOwnership, currentOwner } from './embedded/owner.ts'
import { stopOutlivedServer } from './embedded/postmaster.ts'
import { startServer } from './embedded/server.ts'
import { openSharedFolder } from './embedded/shared-place.ts'

// biome-ignore lint/performance/noBarrelFile: whoever starts the database must be able to tell its errors apart.
export {
  DataDirInUseError,
  DataDirUnwritableError,
  EmbeddedDatabaseError,
  UnsupportedPlatformError,
} from './embedded/errors.ts'

export interface EmbeddedDatabase {
  /** postgres://…, with the password of a role that owns the database and may create others. */
  readonly url: string
  /** Shuts the server down and gives up the folder. May be called more than once. */
  stop(): Promise<void>
}

/**
 * Starts the cluster under `<dataDir>/postgres`, creating it the first time, and owns the folder until stop().
 *
 * @throws DataDirInUseError, DataDirUnwritableError, EmbeddedDatabaseError, UnsupportedPlatformError
 */
export async function startEmbeddedDatabase(options: { dataDir: string }): Promise<EmbeddedDatabase> {
  const dataDir = await openDataDir(options.dataDir)
  const ownership = await orUnwritable(dataDir, () => claimOwnership(dataDir))
  try {
    const server = await startCluster(dataDir)
    let stopped: Promise<void> | undefined
    return {
      url: server.url,
      stop() {
        stopped ??= server.stop().finally(() => ownership.release())
        return stopped
      },
    }
  } catch (error) {
    await ownership.release()
    throw error
  }
}

/**
 * URL of the server that another process runs on this folder right now, or null. For command-line guests beside a
 * running server. A server whose owner has died is nobody's: null, and the guest may become the owner.
 */
export async function runningEmbeddedDatabase(dataDir: string): Promise<string | null> {
  const folder = await findDataDir(dataDir)
  if (!folder || !(await orUnwritable(folder, () => currentOwner(folder)))) return null
  const record = await orUnwritable(folder, () => readAccessRecord(folder))
  if (record?.port == null) return null
  const url = databaseUrl(record.password, record.port)
  return (await connectionFailure(url)) === null ? url : null
}

async function startCluster(dataDir: string): Promise<EmbeddedDatabase> {
  const [binaryPackage, site] = [await findBinaryPackage(), await findClusterSite(dataDir)]
  const binaries = await prepareBinaries(binaryPackage, site.account, async () =>
    site.account ? openSharedFolder() : dataDir,
  )
  const password = await prepareCluster(dataDir, site, binaries)
  const server = await startServer(site, binaries, join(dataDir, 'postgres.log'))
  try {
    const url = databaseUrl(password, server.port)
    const failure = await connectionFailure(url)
    if (failure)
      throw new EmbeddedDatabaseError('PostgreSQL started but refuses us', failure.message, { cause: failure })
    await writeAccessRecord(dataDir, { password, port: server.port })
    return {
      url,
      async stop() {
        await writeAccessRecord(dataDir, { password, port: null }).finally(() => server.stop())
      },
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** A cluster that no server runs on, and the password to it. */
async function prepareCluster(dataDir: string, site: ClusterSite, binaries: Binaries): Promise<string> {
  const known = site.exists ? (await readAccessRecord(dataDir))?.password : undefined
  const password = known ?? newPassword()
  // Guests are told before an outlived server goes.
  if (known) await writeAccessRecord(dataDir, { password, port: null })
  if (site.exists) await stopOutlivedServer(site.dir)
  if (!site.exists) await createCluster(dataDir, site, binaries, password)
  else if (!known) await replacePassword(site, binaries, password)
  return password
}

async function connectionFailure(url: string): Promise<Error | null> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, fetch_types: false })
  try {
    await sql`select 1`
    return null
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  } finally {
    await sql.end({ timeout: 1 })
  }
}
