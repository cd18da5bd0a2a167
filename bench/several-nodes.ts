import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type * as Y from 'yjs'
import { connect, migrateDatabase } from '#db/client.ts'
import { startEmbeddedDatabase } from '#db/embedded.ts'
import { startNodeProcess } from '#server/collab/testing/start-node-process.ts'
import { TestClient } from '#server/collab/testing/test-client.ts'
import { type } from '#server/collab/testing/text.ts'
import { World } from '#server/collab/testing/world.ts'
import { startInstalledRedis } from '#server/process/testing/installed-redis.ts'
import { type Percentiles, percentiles } from './statistics.ts'

/** Ten people in one report, three of whom write eight characters a second: from the writer's document to a reader's. */
const CLIENTS = 10
const WRITERS = 3
const PAUSE_MS = 125
const SECONDS = 15
const ROUNDS = 3

interface Setup {
  world: World
  mas: string
}

/** Client n connects to the port n modulo their number. Only deliveries between different ports count, if there are two. */
async function fanOut({ world, mas }: Setup, ports: number[]): Promise<number[]> {
  const { id, sections } = await world.report(mas)
  const sent = new Map<string, { at: number; port: number }>()
  const latencies: number[] = []
  const clients = await Promise.all(
    Array.from({ length: CLIENTS }, (_, n) => {
      const port = ports[n % ports.length] ?? 0
      return new TestClient({ port, reportId: id, userId: mas }).ready()
    }),
  )
  for (const [n, client] of clients.entries()) {
    const port = ports[n % ports.length] ?? 0
    client.doc.on('update', (update: Uint8Array, origin: unknown, _doc: Y.Doc) => {
      const key = Buffer.from(update).toString('base64')
      if (origin !== client) sent.set(key, { at: performance.now(), port })
      else {
        const from = sent.get(key)
        if (from && (ports.length === 1 || from.port !== port)) latencies.push(performance.now() - from.at)
      }
    })
  }
  const end = performance.now() + SECONDS * 1000
  await Promise.all(
    clients.slice(0, WRITERS).map(async ({ doc }, n) => {
      await pause((n * PAUSE_MS) / WRITERS)
      for (; performance.now() < end; await pause(PAUSE_MS)) type(doc, sections[n] ?? '', 'x')
    }),
  )
  await Promise.all(clients.map(client => client.allSaved()))
  await Promise.all(clients.map(client => client.close()))
  return latencies
}

const dataDir = await mkdtemp(join(tmpdir(), 'samskrift-bench-'))
const database = await startEmbeddedDatabase({ dataDir })
const redis = await startInstalledRedis()
const client = connect(database.url)
try {
  await migrateDatabase(client)
  const world = await World.create(client)
  const setup = { world, mas: await world.user('MAS') }
  const bus = { url: redis.url, prefix: 'bench' }
  const alone = await startNodeProcess(database.url, null)
  const nodes = [await startNodeProcess(database.url, bus), await startNodeProcess(database.url, bus)]
  const one: number[] = []
  const two: number[] = []
  // Turn and turn about, so that what else the machine does falls on both.
  for (let round = 0; round < ROUNDS; round += 1) {
    one.push(...(await fanOut(setup, [alone.port])))
    two.push(
      ...(await fanOut(
        setup,
        nodes.map(node => node.port),
      )),
    )
  }
  const [oneNode, twoNodes]: Percentiles[] = [percentiles(one), percentiles(two)]
  const ratio = Math.round(((twoNodes?.p50 ?? Number.NaN) / (oneNode?.p50 ?? Number.NaN)) * 100) / 100
  const result = { at: new Date().toISOString(), node: process.version, cores: cpus().length, oneNode, twoNodes, ratio }
  console.table({ 'one node': oneNode, 'between two nodes': twoNodes })
  process.stdout.write(`p50 between two nodes / one node: ${ratio} (goal: at most 2)\n`)
  await mkdir('bench/results', { recursive: true })
  await writeFile('bench/results/several-nodes.json', `${JSON.stringify(result, null, 2)}\n`)
  await Promise.all([alone, ...nodes].map(node => node.kill()))
} finally {
  await client.close()
  await redis.stop()
  await database.stop()
  await rm(dataDir, { recursive: true, force: true })
}
