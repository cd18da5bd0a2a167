import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { open, readFile, rm } from 'node:fs/promises'
import { get } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { processTree, signal, type Usage, usageOf } from './processes.ts'

/** How a server is started, the same each time on the same store. */
export interface Command {
  args: string[]
  cwd: string
  env: Record<string, string>
}

/** The product may have to build its pages first. */
const START_DEADLINE = 300_000
const STOP_DEADLINE = 20_000
const CALM_DEADLINE = 60_000
const COLLECT_DEADLINE = 20_000
const COLLECT_ON_SIGNAL = new URL('collect-on-signal.mjs', import.meta.url).href

/** The product listens before it is ready, and says 503 until then. */
const isReady = (port: number): Promise<boolean> =>
  new Promise(resolve => {
    get({ host: '127.0.0.1', port, agent: false }, response => {
      response.resume()
      resolve(response.statusCode !== 503)
    }).on('error', () => resolve(false))
  })

/** A Node server in a process of its own, started, stopped and killed over and over. */
export class Server {
  private child: ChildProcess | null = null

  constructor(
    private readonly command: () => Command,
    readonly port: number,
    private readonly logFile: string,
  ) {}

  private get liveBytesFile(): string {
    return `${this.logFile}.live-bytes`
  }

  /** Resolves when it answers. */
  async start(): Promise<void> {
    const { args, cwd, env } = this.command()
    const log = await open(this.logFile, 'a')
    const child = spawn(process.execPath, ['--import', COLLECT_ON_SIGNAL, ...args], {
      cwd,
      env: { ...process.env, NODE_ENV: 'production', BENCH_LIVE_BYTES: this.liveBytesFile, ...env },
      stdio: ['ignore', log.fd, log.fd],
    })
    await log.close()
    this.child = child
    const endWithUs = (): boolean => child.kill('SIGKILL')
    process.once('exit', endWithUs)
    child.once('exit', () => process.off('exit', endWithUs))
    const end = performance.now() + START_DEADLINE
    while (!(await isReady(this.port))) {
      if (child.exitCode !== null || child.signalCode !== null || performance.now() > end) {
        throw new Error(`the server does not start: ${(await readFile(this.logFile, 'utf8')).slice(-2000)}`)
      }
      await delay(20)
    }
  }

  usage(): Usage {
    return usageOf(this.child?.pid ?? 0)
  }

  /** Frees what is garbage, so that memory can be compared. @returns what is left on the main thread's heap and beside it, bytes */
  async collect(): Promise<number> {
    await rm(this.liveBytesFile, { force: true })
    signal(this.child?.pid ?? 0, 'SIGUSR2')
    const end = performance.now() + COLLECT_DEADLINE
    while (performance.now() < end) {
      await delay(50)
      const written = await readFile(this.liveBytesFile, 'utf8').catch(() => null)
      if (written !== null) return Number(written)
    }
    throw new Error('the server does not collect its garbage')
  }

  /** Waits until it has done nothing for so long (ms): loading, storing and compacting are over. */
  async calm(forLong: number): Promise<void> {
    const end = performance.now() + CALM_DEADLINE
    let since = performance.now()
    for (let before = this.usage().cpu; performance.now() - since < forLong && performance.now() < end; ) {
      await delay(200)
      const now = this.usage().cpu
      if (now - before > 0.008) since = performance.now()
      before = now
    }
  }

  async restart(): Promise<void> {
    await this.stop()
    await this.start()
    await this.calm(600)
  }

  /** As an operator does it; by force if it does not obey. */
  async stop(): Promise<void> {
    const { child } = this
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    const force = setTimeout(() => void this.kill(), STOP_DEADLINE)
    await ended
    clearTimeout(force)
  }

  /** All at once and without warning, like a power cut. */
  async kill(): Promise<void> {
    const { child } = this
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    for (const { pid } of processTree(child.pid ?? 0)) signal(pid, 'SIGKILL')
    await ended
  }
}
