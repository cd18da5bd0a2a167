import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'

export interface ServerProcess {
  url: string
  /** From spawn to the printed address, ms. */
  startMs: number
  /** Resident set of the Node process, bytes. */
  rss(): Promise<number>
  stop(): Promise<void>
}

async function addressPrinted(child: ChildProcess): Promise<string> {
  let printed = ''
  for await (const chunk of child.stdout ?? []) {
    printed += String(chunk)
    const url = /https?:\S+/.exec(printed)?.[0]
    if (url) return url
  }
  throw new Error('the server ended before it was ready')
}

/** `npm start`'s own command, in production mode, on a port and data folder of its own. */
export async function startServerProcess(port: number, dataDir: string): Promise<ServerProcess> {
  const begun = performance.now()
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/index.ts'], {
    env: { ...process.env, PORT: String(port), SAMSKRIFT_DATA: dataDir, DEMO: '1', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await addressPrinted(child)
  return {
    url,
    startMs: performance.now() - begun,
    async rss() {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8')
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) * 1024
    },
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}
