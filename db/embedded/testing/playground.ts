import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { onTestFinished } from 'vitest'
import type { Account } from '../account.ts'
import { readPostmasterFile, stopOutlivedServer } from '../postmaster.ts'
import { sharedPlace } from '../shared-place.ts'

export interface Answer {
  readonly url?: string | null
  readonly error?: string
}

/** A folder of the test's own, which other users may enter. When the test ends, whatever server still runs on it is stopped, by its pid. */
export async function temporaryDataDir(): Promise<string> {
  const dataDir = await realpath(await mkdtemp(join(tmpdir(), 'samskrift-db-')))
  await chmod(dataDir, 0o755)
  onTestFinished(() => clear(dataDir, dataDir))
  return dataDir
}

/** Stops the server of a data folder and deletes `folder`, with the cluster if it lies elsewhere. */
export async function clear(dataDir: string, folder: string): Promise<void> {
  const cluster = await realpath(join(dataDir, 'postgres')).catch(() => null)
  if (cluster) await stopOutlivedServer(cluster)
  if (cluster?.startsWith(`${sharedPlace}/`)) await rm(dirname(cluster), { recursive: true })
  await rm(folder, { recursive: true, force: true })
}

/** Another Node process that owns the folder, or is a guest of its owner. It is killed when the test ends. */
export async function inOtherProcess(
  dataDir: string,
  role: 'owner' | 'guest' = 'owner',
  account?: Account,
): Promise<{ child: ChildProcess; answer: Answer }> {
  const script = fileURLToPath(new URL('owning-process.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir, role], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
    ...(account && { uid: account.uid, gid: account.gid, env: { ...process.env, HOME: '/nonexistent' } }),
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  return { child, answer: JSON.parse(line) as Answer }
}

export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const exited = once(child, 'exit')
  child.kill(signal)
  await exited
}

export async function query(url: string | null | undefined, text: string): Promise<Record<string, unknown>[]> {
  const sql = postgres(url ?? '', { max: 1, connect_timeout: 5, fetch_types: false })
  try {
    return [...(await sql.unsafe(text))]
  } finally {
    await sql.end({ timeout: 1 })
  }
}

export async function serverPid(dataDir: string): Promise<number> {
  const file = await readPostmasterFile(await realpath(join(dataDir, 'postgres')))
  if (!file) throw new Error('No server runs there')
  return file.pid
}

export async function until(condition: () => Promise<boolean>, seconds = 10): Promise<void> {
  const deadline = Date.now() + seconds * 1000
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('The condition did not come true in time')
    await delay(10)
  }
}
