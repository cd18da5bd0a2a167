import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

export class NodeStartError extends Error {
  override name = 'NodeStartError'
  readonly code = 'node-start'
  constructor(readonly port: number) {
    super(`the node on port ${port} ended before it was ready`)
  }
}

export interface NodeChild {
  port: number
  pid: number
  /** Resolves when the process has ended. */
  ended: Promise<void>
  stop(): Promise<void>
}

/**
 * Runs `npm start`'s own server in a process of its own until it prints its address.
 * @throws NodeStartError
 */
export async function startNodeChild(port: number, settings: Record<string, string>): Promise<NodeChild> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/index.ts'], {
    // In a process group of its own: Ctrl-C reaches the launcher alone, which stops the nodes before the database.
    detached: true,
    // With this set a server ends by itself when the one who started it has died.
    env: { npm_lifecycle_event: 'start:cluster', ...process.env, ...settings, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit').then(() => {})
  await printed(child, port)
  return {
    port,
    pid: child.pid ?? 0,
    ended,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function printed(child: ChildProcess, port: number): Promise<void> {
  for await (const chunk of child.stdout?.iterator({ destroyOnReturn: false }) ?? []) {
    process.stdout.write(chunk)
    if (String(chunk).includes('\n')) return
  }
  throw new NodeStartError(port)
}
