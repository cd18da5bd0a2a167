import { randomBytes, randomUUID } from 'node:crypto'
import { chown, mkdir, open, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { databaseName, roleName } from './access-record.ts'
import type { Binaries } from './binaries.ts'
import { type ClusterSite, clusterEntry } from './cluster-site.ts'
import { run } from './run.ts'

/*
 * Only `samskrift` can log in, and it is not a superuser: text that slips into SQL cannot read files or run programs.
 * The superuser has no password and no rule lets it in, so the server starts without a secret that nobody uses.
 */
const superuser = 'postgres'
const hostRules = `# type  database  user  address  method
host  all  ${roleName}  127.0.0.1/32  scram-sha-256
`

/** Has no character that needs escaping in SQL or in a URL. */
export function newPassword(): string {
  return randomBytes(32).toString('hex')
}

/** Creates the cluster with its role and its empty database. It appears complete in its place, or not at all. */
export async function createCluster(
  dataDir: string,
  site: ClusterSite,
  binaries: Binaries,
  password: string,
): Promise<void> {
  await removeDrafts(site.dir)
  // Never the same name twice: an initdb whose parent was killed may still be writing to the former draft.
  const draft = `${site.dir}.new-${randomUUID()}`
  await mkdir(draft, { mode: 0o700 })
  if (site.account) await chown(draft, site.account.uid, site.account.gid)
  try {
    await run(binaries.initdb, initdbArguments(draft), site.account)
    await writeFile(join(draft, 'pg_hba.conf'), hostRules)
    await runSingleUser({ ...site, dir: draft }, binaries, [
      `CREATE ROLE ${roleName} LOGIN CREATEDB PASSWORD '${password}'`,
      `CREATE DATABASE ${databaseName} OWNER ${roleName}`,
    ])
    await rename(draft, site.dir)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw error
  }
  await syncFolder(dirname(site.dir))

  if (site.dir !== clusterEntry(dataDir)) {
    await symlink(site.dir, clusterEntry(dataDir))
    await syncFolder(dataDir)
  }
}

/** For a cluster whose access record was lost. The server must not be running. */
export async function replacePassword(site: ClusterSite, binaries: Binaries, password: string): Promise<void> {
  await runSingleUser(site, binaries, [`ALTER ROLE ${roleName} PASSWORD '${password}'`])
}

/** The builtin provider sorts and folds case the same on every machine, and needs no locale of the system. */
function initdbArguments(dir: string): string[] {
  return [
    `--pgdata=${dir}`,
    `--username=${superuser}`,
    '--auth=reject',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ]
}

/** Statements go in by standard input, because arguments are there for all to see. */
async function runSingleUser(site: ClusterSite, binaries: Binaries, statements: string[]): Promise<void> {
  const strict = ['-c', 'exit_on_error=on', '-c', 'log_min_error_statement=panic', '-c', 'log_checkpoints=off']
  const args = ['--single', '-D', site.dir, ...strict, superuser]
  await run(binaries.postgres, args, site.account, statements.map(statement => `${statement}\n`).join(''))
}

async function removeDrafts(dir: string): Promise<void> {
  const drafts = (await readdir(dirname(dir))).filter(name => name.startsWith(`${basename(dir)}.new-`))
  await Promise.all(drafts.map(name => rm(join(dirname(dir), name), { recursive: true, force: true, maxRetries: 3 })))
}

/** Without this a power cut could undo the renaming, though the database has since confirmed what it stored. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
