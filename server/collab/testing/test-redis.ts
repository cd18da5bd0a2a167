import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll } from 'vitest'
import { type LocalRedis, startLocalRedis } from '../../process/local-redis.ts'
import { startInstalledRedis } from '../../process/testing/installed-redis.ts'
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
    running = await startInstalledRedis()
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
