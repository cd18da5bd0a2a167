import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

/** Clock ticks per second in /proc; fixed on Linux. */
const TICKS = 100

interface Process {
  pid: number
  name: string
  parent: number
  /** Of the process and of those of its children that have ended, s. */
  cpu: number
  rss: number
  peak: number
}

/** What a process and everything it started have used so far. */
export interface Usage {
  /** {@link performance.now}. */
  at: number
  /** s. */
  cpu: number
  /** Resident set of the process itself and the highest it has been, bytes. */
  rss: number
  peak: number
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // It ended between the listing and the reading.
    return null
  }
}

function processOf(pid: number): Process | null {
  const stat = read(`/proc/${pid}/stat`)
  const status = read(`/proc/${pid}/status`)
  if (stat === null || status === null) return null
  const nameEnd = stat.lastIndexOf(')')
  // proc(5): after the name come state, parent … utime is field 14, those of ended children 16 and 17.
  const fields = stat
    .slice(nameEnd + 2)
    .split(' ')
    .map(Number)
  const kilobytes = (key: string): number => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0)
  return {
    pid,
    name: stat.slice(stat.indexOf('(') + 1, nameEnd),
    parent: fields[1] ?? 0,
    cpu: schedulerSeconds(pid) + ((fields[13] ?? 0) + (fields[14] ?? 0)) / TICKS,
    rss: kilobytes('VmRSS') * 1024,
    peak: kilobytes('VmHWM') * 1024,
  }
}

/** From the scheduler's nanoseconds: ticks of 10 ms are too coarse for what is measured here. */
function schedulerSeconds(pid: number): number {
  let threads: string[]
  try {
    threads = readdirSync(`/proc/${pid}/task`)
  } catch {
    return 0
  }
  const nanoseconds = threads.map(id => Number((read(`/proc/${pid}/task/${id}/schedstat`) ?? '0').split(' ')[0]))
  return nanoseconds.reduce((sum, one) => sum + one, 0) / 1e9
}

/** The process first, then all that it started. */
export function processTree(root: number): Process[] {
  const all = readdirSync('/proc').flatMap(entry => (/^\d+$/.test(entry) ? (processOf(Number(entry)) ?? []) : []))
  const tree = all.filter(one => one.pid === root)
  for (const one of tree) tree.push(...all.filter(other => other.parent === one.pid))
  return tree
}

export function usageOf(root: number): Usage {
  const tree = processTree(root)
  const cpu = tree.reduce((sum, one) => sum + one.cpu, 0)
  return { at: performance.now(), cpu, rss: tree[0]?.rss ?? Number.NaN, peak: tree[0]?.peak ?? Number.NaN }
}

/** Busy CPU seconds of the whole machine and of this process with all it started. */
export function machineUsage(): { at: number; busy: number; own: number } {
  const [user, nice, system, , , irq, softIrq] =
    (read('/proc/stat') ?? '').split('\n')[0]?.split(/\s+/).slice(1).map(Number) ?? []
  const ticks = (user ?? 0) + (nice ?? 0) + (system ?? 0) + (irq ?? 0) + (softIrq ?? 0)
  return { at: performance.now(), busy: ticks / TICKS, own: usageOf(process.pid).cpu }
}

/** Cores that work of others used in between. */
export function foreignCores(from: ReturnType<typeof machineUsage>, to: ReturnType<typeof machineUsage>): number {
  return Math.max(0, ((to.busy - from.busy - (to.own - from.own)) * 1000) / (to.at - from.at))
}

/** Waits until others leave the machine alone, at most so long. @returns s waited */
export async function waitForQuiet(patience: number, cores = 0.25): Promise<number> {
  for (let waited = 0; waited < patience; waited += 1) {
    const from = machineUsage()
    await delay(1000)
    if (foreignCores(from, machineUsage()) < cores) return waited
  }
  return patience
}

/** Sends a signal; it is no error if the process has ended meanwhile. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
