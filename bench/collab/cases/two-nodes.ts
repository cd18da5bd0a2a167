import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { freePort } from '../../../e2e/support/server-process.ts'
import { type Case, onlyOurs, type Scene } from '../case.ts'
import { timesOwn } from '../goals.ts'
import type { Address } from '../load/raw-client.ts'
import type { TypingResult } from '../load/typing.ts'
import { Server } from '../server.ts'

const KEYS_PER_SECOND = 8

function whyNot(): string | null {
  if (!existsSync('server/collab/bus')) return 'the server has no bus yet'
  if (process.env.REDIS_URL || spawnSync('redis-server', ['--version']).status === 0) return null
  return 'there is neither REDIS_URL nor redis-server'
}

/** The whole product, because it decides by itself what `REDIS_URL` means to it. */
async function startNode(scene: Scene, redisUrl: string): Promise<{ server: Server; address: Address }> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const { env } = scene.command()
  const command = {
    args: ['--import', 'tsx', 'server/index.ts'],
    cwd: process.cwd(),
    env: { ...env, PORT: String(port), PUBLIC_URL: origin, REDIS_URL: redisUrl, DEMO: '0' },
  }
  const server = new Server(() => command, port, `${scene.folder}/node-${port}.log`)
  await server.start()
  await server.calm(1_000)
  return { server, address: { ...scene.address, url: `ws://127.0.0.1:${port}/collab`, origin } }
}

async function typeOn({ load, quick, places }: Scene, addresses: Address[]): Promise<TypingResult> {
  await load.call('gather', { addresses, places: await places(1), clients: 200, writers: 50 })
  await load.call('typeSteadily', { perSecond: KEYS_PER_SECOND, seconds: 2 })
  const result = await load.call('typeSteadily', { perSecond: KEYS_PER_SECOND, seconds: quick ? 4 : 10 })
  await load.call('leave')
  if (result.missing > 0) throw new Error(`${result.missing} characters did not arrive`)
  return result
}

/**
 * The fan-out case with half of the people on each of two nodes, and with all on one of them. What counts is the text
 * that crosses: half of it does not, and nodes that share nothing but the database exchange theirs too, at each fold.
 */
export const twoNodes: Case = {
  name: 'two-nodes',
  skip: subject => onlyOurs(subject) ?? whyNot(),
  async measure(scene) {
    let redis: ChildProcess | null = null
    let redisUrl = process.env.REDIS_URL
    if (!redisUrl) {
      const port = await freePort()
      const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
      redis = spawn('redis-server', args, { stdio: 'ignore' })
      redisUrl = `redis://127.0.0.1:${port}`
    }
    const nodes: { server: Server; address: Address }[] = []
    try {
      for (let node = 0; node < 2; node += 1) nodes.push(await startNode(scene, redisUrl))
      const addresses = nodes.map(({ address }) => address)
      const one = await typeOn(scene, addresses.slice(0, 1))
      const two = await typeOn(scene, addresses)
      return {
        oneP50Ms: one.receipt.p50,
        oneP99Ms: one.receipt.p99,
        twoP50Ms: two.receipt.p50,
        twoP99Ms: two.receipt.p99,
        crossingP50Ms: two.crossing.p50,
        crossingP99Ms: two.crossing.p99,
      }
    } finally {
      for (const { server } of nodes) await server.stop()
      redis?.kill()
    }
  },
  figures: [
    {
      what: 'two nodes over Redis, 200 clients, 50 typing: p50 from node to node',
      value: 'crossingP50Ms',
      unit: 'ms',
      goal: timesOwn(2, 'oneP50Ms', 'one node'),
    },
  ],
}
