import { createHash } from 'node:crypto'
import { lstat, realpath, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Account, canEnter, runsAsRoot, unprivilegedAccount } from './account.ts'
import { DataDirUnwritableError, EmbeddedDatabaseError } from './errors.ts'
import { stopOutlivedServer } from './postmaster.ts'
import { openSharedFolder } from './shared-place.ts'

export interface ClusterSite {
  readonly dir: string
  /** Whom PostgreSQL runs as; null means this process's own user. */
  readonly account: Account | null
  readonly exists: boolean
}

/**
 * Where the cluster of a data folder lies or shall lie: `<dataDir>/postgres`, or, when root starts it and the account
 * cannot enter the data folder, `/var/lib/samskrift/<hash of the folder's path>/postgres`, with `<dataDir>/postgres` a
 * link to it.
 */
export async function findClusterSite(dataDir: string): Promise<ClusterSite> {
  const entry = clusterEntry(dataDir)
  const found = await lstat(entry).catch(() => null)
  if (found) return existingSite(entry, dataDir)
  if (!runsAsRoot()) return { dir: entry, account: null, exists: false }

  const account = await unprivilegedAccount()
  const dir = (await canEnter(dataDir, account)) ? entry : await relocatedDir(dataDir)
  return { dir, account, exists: false }
}

export function clusterEntry(dataDir: string): string {
  return join(dataDir, 'postgres')
}

async function existingSite(entry: string, dataDir: string): Promise<ClusterSite> {
  const dir = await realpath(entry).catch(error => {
    // An empty database in its place would look like lost data, and hide that it may be found elsewhere.
    throw new EmbeddedDatabaseError(`The database of ${dataDir} is missing: ${entry} leads nowhere`, '', {
      cause: error,
    })
  })
  const { uid, gid } = await stat(dir)
  if (!runsAsRoot()) {
    if (uid !== process.getuid?.()) throw new DataDirUnwritableError(dataDir, `${dir} belongs to user ${uid}`)
    return { dir, account: null, exists: true }
  }
  // PostgreSQL demands to own its cluster, so whoever created it goes on running it.
  const account = uid === 0 ? await unprivilegedAccount() : { uid, gid }
  if (!(await canEnter(dir, account))) {
    throw new EmbeddedDatabaseError(`User ${account.uid}, who runs PostgreSQL, can no longer enter ${dir}`)
  }
  return { dir, account, exists: true }
}

async function relocatedDir(dataDir: string): Promise<string> {
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 16)
  const dir = join(await openSharedFolder(hash), 'postgres')
  if (await lstat(dir).catch(() => null)) {
    // Its link is gone, so the data folder was emptied on purpose: begin afresh, but lose nothing.
    await stopOutlivedServer(dir)
    await rename(dir, `${dir}.abandoned-${new Date().toISOString().replaceAll(':', '')}`)
  }
  return dir
}
