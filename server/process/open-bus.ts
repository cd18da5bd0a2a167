import { createHmac } from 'node:crypto'
import type { Bus } from '../collab/bus/bus.ts'
import type { Env } from '../env.ts'

/**
 * The bus to the other nodes, or null where there are none. Redis need not answer: it is tried until it does.
 * @param secret what the nodes of one installation share and a copy of its database elsewhere does not: the two must
 *   not hear each other, even on one Redis
 */
export async function openBus({ REDIS_URL: url }: Pick<Env, 'REDIS_URL'>, secret: string): Promise<Bus | null> {
  if (!url) return null
  // One node alone starts without loading the client.
  const { RedisBus } = await import('../collab/bus/redis-bus.ts')
  const name = createHmac('sha256', secret).update('bus').digest('base64url').slice(0, 16)
  return new RedisBus({ url, prefix: `samskrift:${name}` })
}
