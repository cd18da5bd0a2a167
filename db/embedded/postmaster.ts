import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { EmbeddedDatabaseError, errorCode } from './errors.ts'
import { commandLine, identifyProcess, isAlive, type ProcessIdentity } from './process-identity.ts'

/** How often the state of a process or file is looked at, in milliseconds. */
export const pollInterval = 10

/** postmaster.pid: the pid in line 1 (negative in single-user mode) and the status in line 8. */
export async function readPostmasterFile(clusterDir: string): Promise<{ pid: number; ready: boolean } | null> {
  const text = await readFile(postmasterFile(clusterDir), 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return ''
    throw error
  })
  const lines = text.split('\n')
  const pid = Math.abs(Number.parseInt(lines[0] ?? '', 10))
  return Number.isNaN(pid) ? null : { pid, ready: lines[7]?.trim() === 'ready' }
}

/**
 * Stops a server that outlived the process which started it, so that the next one starts with our settings and without
 * the sessions, locks and half-done transactions of the dead. Fast shutdown keeps all that was committed.
 */
export async function stopOutlivedServer(clusterDir: string): Promise<void> {
  const file = await readPostmasterFile(clusterDir)
  const found = file && (await identifyProcess(file.pid))
  if (found && isServerOf(clusterDir, await commandLine(found.pid))) await stopServer(found)
  // If the pid was reused, or its process is a zombie that nobody reaps, PostgreSQL would take it for a server and refuse
  // to start. Without the file it still refuses while a backend lives on: its shared memory is found by the folder's inode.
  await rm(postmasterFile(clusterDir), { force: true })
}

/** Fast shutdown; after 10 s immediate shutdown, which loses nothing either but needs recovery at the next start. */
export async function stopServer(server: ProcessIdentity): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!(await isAlive(server))) return
    send(server.pid, signal)
    const deadline = Date.now() + 10_000
    while (Date.now() < deadline) {
      if (!(await isAlive(server))) return
      await delay(pollInterval)
    }
  }
  throw new EmbeddedDatabaseError(`PostgreSQL (process ${server.pid}) does not stop`)
}

function isServerOf(clusterDir: string, command: string): boolean {
  return /\/postgres (--single )?-D /.test(command) && command.includes(` -D ${clusterDir} `)
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error
  }
}

function postmasterFile(clusterDir: string): string {
  return join(clusterDir, 'postmaster.pid')
}
