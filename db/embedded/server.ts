import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants } from 'node:fs'
import { open, readFile, rename } from 'node:fs/promises'
import { createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import type { ClusterSite } from './cluster-site.ts'
import { EmbeddedDatabaseError } from './errors.ts'
import { pollInterval, readPostmasterFile, stopServer } from './postmaster.ts'
import { identifyProcess } from './process-identity.ts'
import { spawnFailure, spawnOptions } from './run.ts'

export interface Server {
  readonly port: number
  stop(): Promise<void>
}

/** Given as arguments, so that they always are those of this version, whatever a file in the cluster says. */
function settings(port: number): Record<string, string> {
  return {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '50',
    shared_buffers: '64MB',
    max_wal_size: '256MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    // A failing statement may carry the text of a report, which has no place in a log.
    log_min_error_statement: 'panic',
  }
}

/**
 * Failures that pass by themselves: another program took the port between our choice and its use, or the last backends
 * of a killed server are still leaving.
 */
const passingFailure = /could not create any TCP\/IP sockets|pre-existing shared memory block/
const attempts = 5

/** Generous, because recovery after a crash is progress that would be lost; a server that fails ends long before. */
const startDeadline = 300_000

export async function startServer(site: ClusterSite, binaries: Binaries, logPath: string): Promise<Server> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const server = await launch(site, binaries, port, logPath)
    try {
      await untilReady(site, server, logPath)
      return { port, stop: () => stopChild(server) }
    } catch (error) {
      await stopChild(server)
      if (attempt === attempts || !(error instanceof Error && passingFailure.test(error.message))) throw error
      await delay(200)
    }
  }
}

async function launch(site: ClusterSite, binaries: Binaries, port: number, logPath: string): Promise<ChildProcess> {
  const options = Object.entries(settings(port)).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = await openLog(logPath)
  try {
    const child = spawn(binaries.postgres, ['-D', site.dir, ...options], {
      ...spawnOptions(site.account),
      stdio: ['ignore', log.fd, log.fd],
      // A session of its own: Ctrl-C in the terminal must reach us first, while there is still something to save.
      detached: true,
    })
    await once(child, 'spawn').catch(error => {
      throw spawnFailure(binaries.postgres, error)
    })
    child.unref()
    const stopWithUs = () => child.kill('SIGINT')
    process.once('exit', stopWithUs)
    child.once('exit', () => process.off('exit', stopWithUs))
    return child
  } finally {
    await log.close()
  }
}

async function untilReady(site: ClusterSite, child: ChildProcess, logPath: string): Promise<void> {
  const deadline = Date.now() + startDeadline
  while (Date.now() < deadline) {
    if (hasEnded(child)) throw new EmbeddedDatabaseError('PostgreSQL did not start', await tail(logPath))
    const file = await readPostmasterFile(site.dir)
    if (file?.pid === child.pid && file?.ready) return
    await delay(pollInterval)
  }
  throw new EmbeddedDatabaseError('PostgreSQL did not become ready in time', await tail(logPath))
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (hasEnded(child) || child.pid === undefined) return
  const identity = await identifyProcess(child.pid)
  if (identity) await stopServer(identity)
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

/** One file per run; the one before is kept, since it may tell why that run ended. */
async function openLog(path: string) {
  await rename(path, `${path}.1`).catch(() => {})
  // Root never follows a link that another user laid here.
  return open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | constants.O_NOFOLLOW, 0o600)
}

async function tail(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => '')
  return text.trimEnd().split('\n').slice(-20).join('\n')
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  await new Promise(done => probe.close(done))
  if (address === null || typeof address === 'string') throw new EmbeddedDatabaseError('No free port on 127.0.0.1')
  return address.port
}
