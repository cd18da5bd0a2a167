import { type ChildProcess, spawn } from 'node:child_process'
import { chown, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import postgres from 'postgres'
import { expect, onTestFinished, test } from 'vitest'
import { EmbeddedDatabaseError, runningEmbeddedDatabase, startEmbeddedDatabase } from '../embedded.ts'
import { identifyProcess } from './process-identity.ts'
import { end, inOtherProcess, query, serverPid, temporaryDataDir, until } from './testing/playground.ts'

async function storeInOtherProcess(dataDir: string): Promise<ChildProcess> {
  const { child, answer } = await inOtherProcess(dataDir)
  await query(answer.url, 'create table note as select 42 as number')
  return child
}

async function expectStored(dataDir: string): Promise<void> {
  const database = await startEmbeddedDatabase({ dataDir })
  expect(await query(database.url, 'select number from note')).toEqual([{ number: 42 }])
  await database.stop()
}

test('a server that outlived its killed owner is replaced, and nothing committed is lost', async () => {
  const dataDir = await temporaryDataDir()
  await end(await storeInOtherProcess(dataDir), 'SIGKILL')
  const outlived = await serverPid(dataDir)
  expect(await identifyProcess(outlived)).not.toBeNull()
  expect(await runningEmbeddedDatabase(dataDir)).toBeNull()

  await expectStored(dataDir)
  expect(await identifyProcess(outlived)).toBeNull()
})

test('an owner that exits without stopping takes the server along', async () => {
  const dataDir = await temporaryDataDir()
  const child = await storeInOtherProcess(dataDir)
  const server = await serverPid(dataDir)
  await end(child, 'SIGUSR2')
  await until(async () => (await identifyProcess(server)) === null)
  await expectStored(dataDir)
})

test('owner and server killed at once, as in a power cut', async () => {
  const dataDir = await temporaryDataDir()
  const child = await storeInOtherProcess(dataDir)
  process.kill(await serverPid(dataDir), 'SIGKILL')
  await end(child, 'SIGKILL')
  await expectStored(dataDir)
})

test('a start waits for the last backends of a killed server', async () => {
  const dataDir = await temporaryDataDir()
  const { child, answer } = await inOtherProcess(dataDir)
  const sql = postgres(answer.url ?? '', { max: 1, fetch_types: false })
  await sql`create table note as select 42 as number`
  const [backend] = await sql`select pg_backend_pid() as pid`
  process.kill(backend?.pid, 'SIGSTOP')
  process.kill(await serverPid(dataDir), 'SIGKILL')
  await end(child, 'SIGKILL')

  const started = expectStored(dataDir)
  const log = join(dataDir, 'postgres.log.1')
  await expect.poll(() => readFile(log, 'utf8').catch(() => '')).toContain('pre-existing shared memory block')
  process.kill(backend?.pid, 'SIGCONT')
  await started
  await sql.end({ timeout: 0 })
})

test('a server whose session never ends is still stopped', async () => {
  const dataDir = await temporaryDataDir()
  const { child, answer } = await inOtherProcess(dataDir)
  await query(answer.url, 'create table note as select 42 as number')
  const endless = query(answer.url, `select pg_sleep(600), 'kept open'`).catch(() => 'cut off')
  await end(child, 'SIGKILL')
  await expectStored(dataDir)
  expect(await endless).toBe('cut off')
})

test.each([
  ['of another live process', () => bystander().pid],
  ['of no process', async () => 2 ** 22 - 3],
])('a stale postmaster.pid with the pid %s does not hinder', async (_, pid) => {
  const dataDir = await temporaryDataDir()
  const child = await storeInOtherProcess(dataDir)
  const path = join(dataDir, 'postgres/postmaster.pid')
  const [, ...lines] = (await readFile(path, 'utf8')).split('\n')
  await end(child, 'SIGTERM')

  const stalePid = await pid()
  await writeFile(path, [stalePid, ...lines].join('\n'), { mode: 0o600 })
  const { uid, gid } = await stat(join(dataDir, 'postgres'))
  await chown(path, uid, gid)
  await expectStored(dataDir)
})

test('a bystander that took over the pid of the server is left alone', async () => {
  const dataDir = await temporaryDataDir()
  await (await startEmbeddedDatabase({ dataDir })).stop()
  const stranger = bystander()
  await writeFile(join(dataDir, 'postgres/postmaster.pid'), `${stranger.pid}\n`)
  await (await startEmbeddedDatabase({ dataDir })).stop()
  expect(await identifyProcess(stranger.pid ?? 0)).not.toBeNull()
})

test('a lost or broken access record is made anew', async () => {
  const dataDir = await temporaryDataDir()
  await end(await storeInOtherProcess(dataDir), 'SIGTERM')
  await rm(join(dataDir, 'postgres.json'))
  await expectStored(dataDir)
  await writeFile(join(dataDir, 'postgres.json'), '{')
  await expectStored(dataDir)
})

test('a cluster that cannot start is reported with what PostgreSQL said, and the folder is free again', async () => {
  const dataDir = await temporaryDataDir()
  await (await startEmbeddedDatabase({ dataDir })).stop()
  const version = join(dataDir, 'postgres/PG_VERSION')
  await writeFile(version, '9.6\n')
  const failure = await startEmbeddedDatabase({ dataDir }).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(EmbeddedDatabaseError)
  expect(failure).toMatchObject({ code: 'database-start-failed', message: expect.stringContaining('9.6') })

  await writeFile(version, '18\n')
  await (await startEmbeddedDatabase({ dataDir })).stop()
})

function bystander(): ChildProcess {
  const stranger = spawn('sleep', ['60'], { stdio: 'ignore' })
  onTestFinished(() => void stranger.kill('SIGKILL'))
  return stranger
}
