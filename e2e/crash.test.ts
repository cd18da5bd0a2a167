import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { crashes, DOCUMENTS } from '../bench/collab/crash.ts'
import { BenchDatabase } from '../bench/collab/database.ts'
import { FIRST_KEY } from '../bench/collab/load/keystrokes.ts'
import { LoadProcess } from '../bench/collab/load-process.ts'
import { populate } from '../bench/collab/our-rows.ts'
import { Server } from '../bench/collab/server.ts'
import { buildOurs, ours } from '../bench/collab/subjects.ts'
import { freePort } from './support/server-process.ts'

const MOMENTS = 6

/** `npm run bench:collab -- --cases killed` does the same 50 times. */
test('nothing that was called saved is lost when the server or PostgreSQL is killed', {
  timeout: 180_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'samskrift-crash-'))
  const database = await BenchDatabase.start()
  onTestFinished(async () => {
    await database.delete()
    await rm(folder, { recursive: true, force: true })
  })
  const secret = randomBytes(32).toString('hex')
  let cookies: string[] = []
  await database.makeTemplate(async url => {
    cookies = await populate(url, secret)
  })
  const port = await freePort()
  const stage = await ours(await buildOurs(), secret, cookies).stage({ database, port, folder, tuning: {} })
  const server = new Server(stage.command, port, join(folder, 'server.log'))
  const load = new LoadProcess()
  onTestFinished(async () => {
    load.end()
    await server.kill()
  })
  await server.start()

  const places = async (count: number) => (await stage.makePlaces(count, null)).places
  const done = await crashes({ server, database, load, address: stage.address, places }, MOMENTS)

  expect(done.map(({ victim }) => victim)).toEqual(['server', 'database', 'server', 'database', 'server', 'database'])
  expect(done.map(({ lost }) => lost)).toEqual(done.map(() => 0))
  // It died when keys had been saved, beyond the first character of each writer, which is waited for.
  const saved = done.reduce((sum, crash) => sum + crash.saved, 0)
  expect(saved).toBeGreaterThan(MOMENTS * DOCUMENTS * FIRST_KEY)
})
