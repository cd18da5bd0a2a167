import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll } from 'vitest'
import { type LocalRedis, RedisMissingError, startLocalRedis } from '../../process/local-redis.ts'
import { RedisBus } from '../bus/redis-bus.ts'

export interface TestRedis {
  url: string
  /** A connection of its own for each node; closed afterwards. */
  bus(): RedisBus
  closeBuses(): Promise<void>
  kill(): Promise<void>
  /** At the same address. */
  back(): Promise<void>
  /** For a node in another process. */
  prefix: string
}

/** A real Redis for the test file that calls it. On a bare Debian it is installed first. */
export function testRedis(): TestRedis {
  const buses: RedisBus[] = []
  let running: LocalRedis
  const redis = { prefix: randomUUID() } as TestRedis
  beforeAll(async () => {
    running = await startInstalled()
    redis.url = running.url
  }, 300_000)
  redis.bus = () => {
    const bus = new RedisBus({ url: redis.url, prefix: redis.prefix })
    buses.push(bus)
    return bus
  }
  redis.closeBuses = async () => {
    await Promise.all(buses.splice(0).map(bus => bus.close()))
  }
  redis.kill = () => running.stop('SIGKILL')
  redis.back = async () => {
    running = await startLocalRedis(running)
  }
  afterAll(async () => {
    await redis.closeBuses()
    await running.stop()
  })
  return redis
}

async function startInstalled(): Promise<LocalRedis> {
  try {
    return await startLocalRedis()
  } catch (error) {
    if (!(error instanceof RedisMissingError)) throw error
    if (process.getuid?.() === 0) install()
    return startLocalRedis().catch(cause => {
      throw new Error('These tests need a redis-server: apt-get install redis-server', { cause })
    })
  }
}

function install(): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  // Two test files may begin at the same time: the second waits for the first one's lock.
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=240', 'redis-server'],
  ]) {
    spawnSync('apt-get', args, { stdio: 'ignore', env, timeout: 280_000 })
  }
}
