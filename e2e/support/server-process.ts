import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A server of the product in a process of its own, started as `npm start` does. */
export class ServerProcess {
  #child: ChildProcess | null = null
  stdout = ''

  private constructor(
    readonly port: number,
    readonly dataDir: string,
  ) {}

  static async create(): Promise<ServerProcess> {
    return new ServerProcess(await freePort(), await mkdtemp(join(tmpdir(), 'samskrift-server-')))
  }

  get url(): string {
    return `http://localhost:${this.port}`
  }

  #env(): NodeJS.ProcessEnv {
    return { ...process.env, PORT: String(this.port), SAMSKRIFT_DATA: this.dataDir, DEMO: '1', DATABASE_URL: '' }
  }

  /** Resolves when the address is printed. */
  async start(settings: Record<string, string> = {}): Promise<void> {
    const child = spawn(process.execPath, ['--import', 'tsx', 'server/index.ts'], {
      env: { ...this.#env(), ...settings },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    this.#child = child
    this.stdout = ''
    for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
      this.stdout += String(chunk)
      if (this.stdout.endsWith('\n')) return
    }
    throw new Error('the server ended before it was ready')
  }

  /** Ends the process with the signal; its exit code. */
  async end(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<number | null> {
    const child = this.#child
    if (!child) return null
    this.#child = null
    const exited = once(child, 'exit')
    child.kill(signal)
    const [code] = await exited
    return code as number | null
  }

  /** What the command line answers. */
  async cli(...args: string[]): Promise<string> {
    const { stdout } = await run(process.execPath, ['--import', 'tsx', 'server/cli/main.ts', ...args], {
      env: this.#env(),
    })
    return stdout
  }
}

export function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
