import { type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Account } from './account.ts'
import { bareEnvironment } from './environment.ts'
import { EmbeddedDatabaseError, errorCode, UnsupportedPlatformError } from './errors.ts'

/** How every PostgreSQL program is started. From root Node also drops the supplementary groups. */
export function spawnOptions(account: Account | null): SpawnOptions {
  return {
    cwd: '/',
    env: bareEnvironment(),
    ...(account && { uid: account.uid, gid: account.gid }),
  }
}

/** Runs a program to its end, feeding it `input`; throws with what it printed if it fails. */
export async function run(program: string, args: string[], account: Account | null, input = ''): Promise<void> {
  const child = spawn(program, args, { ...spawnOptions(account), stdio: 'pipe' })
  let output = ''
  const keepTail = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-4000)
  }
  child.stdout?.on('data', keepTail)
  child.stderr?.on('data', keepTail)
  // A program that fails early closes its input; its exit code says why.
  child.stdin?.on('error', () => {})
  child.stdin?.end(input)
  const [code, signal] = (await once(child, 'close').catch(error => {
    throw spawnFailure(program, error)
  })) as [number | null, string | null]
  if (code !== 0) throw new EmbeddedDatabaseError(`${program} ended with ${code ?? signal}`, output.trim())
}

/** ENOENT for a file that is there means that its loader is not: glibc binaries on a musl system, for one. */
export function spawnFailure(program: string, error: unknown): Error {
  return errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOEXEC'
    ? new UnsupportedPlatformError(`${program} cannot run on this system (it needs glibc)`, { cause: error })
    : new EmbeddedDatabaseError(`${program} cannot be started: ${error}`, '', { cause: error })
}
