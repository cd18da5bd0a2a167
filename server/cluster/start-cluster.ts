import { resolve } from 'node:path'
import { startEmbeddedDatabase } from '#db/embedded.ts'
import { keptAuthSecret } from '../auth/auth-secret.ts'
import type { Env } from '../env.ts'
import { buildIfStale } from '../process/build.ts'
import { startLocalRedis } from '../process/local-redis.ts'
import { Undo } from '../process/undo.ts'
import { type NodeChild, startNodeChild } from './node-child.ts'
import { text } from './sv.ts'

export interface ClusterOptions {
  nodes: number
  /** Of the first node; the others take those after it. */
  port: number
  say: (line: string) => void
}

export interface RunningCluster {
  nodes: NodeChild[]
  stop(): Promise<void>
}

/**
 * Several nodes on one machine, to try them: one database, one Redis and one session secret, each started here where
 * no setting names another.
 * @throws RedisMissingError, RedisStartError, NodeStartError, and what starting the database and building may throw
 */
export async function startCluster(env: Env, options: ClusterOptions): Promise<RunningCluster> {
  const undo = new Undo()
  try {
    return { nodes: await start(env, options, undo), stop: () => undo.run() }
  } catch (error) {
    await undo.run()
    throw error
  }
}

async function start(env: Env, { nodes, port, say }: ClusterOptions, undo: Undo): Promise<NodeChild[]> {
  const settings = {
    REDIS_URL: env.REDIS_URL ?? (await ownRedis(undo)),
    DATABASE_URL: env.DATABASE_URL ?? (await ownDatabase(env, undo)),
    AUTH_SECRET: env.AUTH_SECRET ?? (await keptAuthSecret(resolve(env.SAMSKRIFT_DATA))),
    DEMO: env.demo ? '1' : '0',
  }
  // Once, here: the nodes would each build it.
  await buildIfStale(() => say(text.building))
  const running: NodeChild[] = []
  undo.add(async () => {
    await Promise.all(running.map(node => node.stop()))
  })
  // One after the other: the first brings the database up to date and loads the demo.
  for (let n = 0; n < nodes; n += 1) running.push(await startNodeChild(port + n, settings))
  return running
}

async function ownRedis(undo: Undo): Promise<string> {
  const redis = await startLocalRedis({ detached: true })
  undo.add(() => redis.stop())
  return redis.url
}

async function ownDatabase(env: Env, undo: Undo): Promise<string> {
  const database = await startEmbeddedDatabase({ dataDir: resolve(env.SAMSKRIFT_DATA) })
  undo.add(() => database.stop())
  return database.url
}
