import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'

/** There is no `redis-server` on this machine. */
export class RedisMissingError extends Error {
  override name = 'RedisMissingError'
  readonly code = 'redis-missing'
}

/** `redis-server` ended before it was ready; `message` is what it said. */
export class RedisStartError extends Error {
  override name = 'RedisStartError'
  readonly code = 'redis-start'
}

export interface LocalRedis {
  url: string
  port: number
  password: string
  /** Ends it; `SIGKILL` for one that dies without a word. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

export interface LocalRedisOptions {
  /** Of one that was stopped, to come back at the same address. */
  port?: number
  password?: string
  /** Not ended by a Ctrl-C at the terminal: whoever started it ends it. */
  detached?: boolean
}

/**
 * Runs the system's `redis-server` on this machine's own address, with a password and nothing on disk.
 * @throws RedisMissingError, RedisStartError
 */
export async function startLocalRedis(options: LocalRedisOptions = {}): Promise<LocalRedis> {
  const port = options.port ?? (await freePort())
  const password = options.password ?? randomBytes(18).toString('base64url')
  const child = spawn('redis-server', ['-'], {
    cwd: tmpdir(),
    detached: options.detached ?? false,
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  await started(child)
  // From standard input: arguments can be read by everyone on the machine.
  child.stdin?.end(`port ${port}\nbind 127.0.0.1\nrequirepass ${password}\nsave ""\nappendonly no\n`)
  await ready(child)
  return {
    url: `redis://:${password}@127.0.0.1:${port}`,
    port,
    password,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill(signal)
      await ended
    },
  }
}

async function started(child: ChildProcess): Promise<void> {
  try {
    await once(child, 'spawn')
  } catch (cause) {
    throw new RedisMissingError('redis-server was not found', { cause })
  }
}

async function ready(child: ChildProcess): Promise<void> {
  let said = ''
  const { stdout } = child
  if (!stdout) throw new TypeError('redis-server has no standard output')
  for await (const chunk of stdout.iterator({ destroyOnReturn: false })) {
    said += String(chunk)
    if (said.includes('Ready to accept connections')) {
      // Nobody reads the rest, and it must not wait for that.
      stdout.resume()
      return
    }
  }
  throw new RedisStartError(said.trim().split('\n').at(-1) ?? 'redis-server ended')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
