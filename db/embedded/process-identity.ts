import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { bareEnvironment } from './environment.ts'

/**
 * A process that is never mistaken for a later one with the same pid: `birth` is its start time, on Linux in clock
 * ticks since the boot that it also names, elsewhere as `ps` prints it.
 */
export interface ProcessIdentity {
  readonly pid: number
  readonly birth: string
}

/** Null when there is no such process. A zombie holds nothing any more and counts as gone. */
export async function identifyProcess(pid: number): Promise<ProcessIdentity | null> {
  const birth = process.platform === 'linux' ? await birthFromProc(pid) : await birthFromPs(pid)
  return birth === null ? null : { pid, birth }
}

export async function isAlive(identity: ProcessIdentity): Promise<boolean> {
  return (await identifyProcess(identity.pid))?.birth === identity.birth
}

/** The command with its arguments, joined by spaces and followed by one. Empty when there is no such process. */
export async function commandLine(pid: number): Promise<string> {
  if (process.platform !== 'linux') return `${(await ps('command=', pid)) ?? ''} `
  const raw = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return raw.replaceAll('\0', ' ')
}

async function birthFromProc(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  if (stat === null) return null
  // proc(5): the second field is the command in parentheses and may itself hold spaces and parentheses.
  const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const startTime = rest[18]
  if (state === 'Z' || state === 'X' || startTime === undefined) return null
  // Ticks count from boot, so an early service could match its predecessor from before a restart.
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')
  return `${boot.trim()}:${startTime}`
}

async function birthFromPs(pid: number): Promise<string | null> {
  const line = await ps('state=,lstart=', pid)
  if (!line || line.startsWith('Z')) return null
  return line.replace(/^\S+\s+/, '').replaceAll(/\s+/g, '-')
}

async function ps(columns: string, pid: number): Promise<string | null> {
  const result = await promisify(execFile)('ps', ['-ww', '-o', columns, '-p', String(pid)], {
    env: bareEnvironment(),
  }).catch(() => null)
  return result?.stdout.trim() || null
}
