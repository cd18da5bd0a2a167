import { execFileSync } from 'node:child_process'
import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { identifyProcess } from './embedded/process-identity.ts'
import { end, inOtherProcess, query, serverPid, temporaryDataDir, until } from './embedded/testing/playground.ts'
import { DataDirUnwritableError, runningEmbeddedDatabase, startEmbeddedDatabase } from './embedded.ts'

test('a second start finds what the first one stored, and is quick', async () => {
  const dataDir = await temporaryDataDir()
  const first = await startEmbeddedDatabase({ dataDir })
  await query(first.url, `create table note (text text); insert into note values ('räksmörgås')`)
  await first.stop()

  const begun = performance.now()
  const second = await startEmbeddedDatabase({ dataDir })
  const duration = performance.now() - begun
  expect(await query(second.url, 'select text, upper(text) as upper from note')).toEqual([
    { text: 'räksmörgås', upper: 'RÄKSMÖRGÅS' },
  ])
  await second.stop()
  expect(duration).toBeLessThan(2000)
})

test('the server is durable, local, in UTF-8 and UTC', async () => {
  const { url, stop } = await startEmbeddedDatabase({ dataDir: await temporaryDataDir() })
  const show = async (name: string) => Object.values((await query(url, `show ${name}`))[0] ?? {})[0]
  expect(url).toMatch(/^postgres:\/\/samskrift:[0-9a-f]{64}@127\.0\.0\.1:\d+\/samskrift$/)
  expect(await show('server_version')).toMatch(/^18\./)
  expect(await show('fsync')).toBe('on')
  expect(await show('server_encoding')).toBe('UTF8')
  expect(await show('timezone')).toBe('UTC')
  expect(await show('listen_addresses')).toBe('127.0.0.1')
  expect(await query(url, `select datlocprovider, datlocale from pg_database where datname = 'samskrift'`)).toEqual([
    { datlocprovider: 'b', datlocale: 'C.UTF-8' },
  ])
  await stop()
})

test('the role can create databases but is no superuser, and no one else can log in', async () => {
  const { url, stop } = await startEmbeddedDatabase({ dataDir: await temporaryDataDir() })
  await query(url, 'create database copy template samskrift')
  await expect(query(url, `copy (select 1) to program 'true'`)).rejects.toMatchObject({ code: '42501' })
  await expect(query(url.replace('//samskrift', '//postgres'), 'select 1')).rejects.toMatchObject({ code: '28000' })
  await expect(query(url.replace(/:[0-9a-f]{64}/, ':guess'), 'select 1')).rejects.toMatchObject({ code: '28P01' })
  await stop()
})

test('the password stands in a private file and in no process listing', async () => {
  const dataDir = await temporaryDataDir()
  const { url, stop } = await startEmbeddedDatabase({ dataDir })
  await query(url, 'select 1')
  const listing = execFileSync('ps', ['-eww', '-o', 'args'], { encoding: 'utf8' })
  expect(listing).toContain(`postgres -D ${join(dataDir, 'postgres')} `)
  expect(listing).not.toContain(new URL(url).password)
  expect((await stat(join(dataDir, 'postgres.json'))).mode & 0o777).toBe(0o600)
  await stop()
})

test('a guest in another process finds the running server, and none once it has stopped', async () => {
  const dataDir = await temporaryDataDir()
  expect(await runningEmbeddedDatabase(join(dataDir, 'absent'))).toBeNull()
  expect(await runningEmbeddedDatabase(dataDir)).toBeNull()

  const { url, stop } = await startEmbeddedDatabase({ dataDir })
  expect((await inOtherProcess(dataDir, 'guest')).answer).toEqual({ url })

  await stop()
  expect((await inOtherProcess(dataDir, 'guest')).answer).toEqual({ url: null })
})

test('stop() may be called again, ends the server and gives up the folder', async () => {
  const dataDir = await temporaryDataDir()
  const database = await startEmbeddedDatabase({ dataDir })
  const pid = await serverPid(dataDir)
  await Promise.all([database.stop(), database.stop()])
  await database.stop()
  expect(await identifyProcess(pid)).toBeNull()

  const successor = await startEmbeddedDatabase({ dataDir })
  await database.stop()
  expect(await query(successor.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await successor.stop()
})

test('Ctrl-C reaches the owner, not the server behind its back', async () => {
  const dataDir = await temporaryDataDir()
  const { child, answer } = await inOtherProcess(dataDir)
  const pid = await serverPid(dataDir)
  process.kill(-(child.pid ?? 0), 'SIGINT')
  expect(await query(answer.url, 'select pg_backend_pid() > 0 as answers')).toEqual([{ answers: true }])
  expect(await serverPid(dataDir)).toBe(pid)

  await end(child, 'SIGTERM')
  await until(async () => (await identifyProcess(pid)) === null)
})

test('a path that cannot be a folder is refused as unwritable', async () => {
  const file = join(await temporaryDataDir(), 'file')
  await writeFile(file, '')
  for (const dataDir of [file, join(file, 'below')]) {
    await expect(startEmbeddedDatabase({ dataDir })).rejects.toThrow(DataDirUnwritableError)
    await expect(startEmbeddedDatabase({ dataDir })).rejects.toMatchObject({ code: 'data-dir-unwritable' })
  }
})
