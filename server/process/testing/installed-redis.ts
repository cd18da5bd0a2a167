import { spawnSync } from 'node:child_process'
import { type LocalRedis, RedisMissingError, startLocalRedis } from '../local-redis.ts'

/**
 * A Redis of the caller's own. Where there is no `redis-server`, as on a bare Debian, it is installed first.
 * @throws when that is not possible, with what to do
 */
export async function startInstalledRedis(): Promise<LocalRedis> {
  try {
    return await startLocalRedis()
  } catch (error) {
    if (!(error instanceof RedisMissingError)) throw error
    if (process.getuid?.() === 0) install()
    return startLocalRedis().catch(cause => {
      throw new Error('This needs a redis-server: apt-get install redis-server', { cause })
    })
  }
}

function install(): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // Two test files may begin at the same time: the second waits for the first one's lock.
  for (const args of [
    ['-o', 'DPkg::Lock::Timeout=240', 'update', '-qq'],
    ['-o', 'DPkg::Lock::Timeout=240', 'install', '-y', '-qq', '--no-install-recommends', 'redis-server'],
  ]) {
    spawnSync('apt-get', args, { stdio: 'ignore', env, timeout: 280_000 })
  }
}
