import { chmod, chown, readdir, readlink, realpath, rm, stat, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startEmbeddedDatabase } from '../embedded.ts'
import { canEnter, unprivilegedAccount } from './account.ts'
import { sharedPlace } from './shared-place.ts'
import { clear, end, inOtherProcess, query, temporaryDataDir } from './testing/playground.ts'

const nobody = { uid: 65534, gid: 65534 }
const asRoot = test.runIf(process.getuid?.() === 0)

/** Below a folder that only root may enter, as in a checkout under /root. */
async function privateDataDir(): Promise<string> {
  const home = await temporaryDataDir()
  await chmod(home, 0o700)
  const dataDir = join(home, 'data')
  onTestFinished(() => clear(dataDir, dataDir))
  return dataDir
}

asRoot('root runs the server as another user, with the cluster in the data folder', async () => {
  const dataDir = join(await temporaryDataDir(), 'data')
  onTestFinished(() => clear(dataDir, dataDir))
  const { stop } = await startEmbeddedDatabase({ dataDir })
  const { uid } = await unprivilegedAccount()
  expect(await stat(join(dataDir, 'postgres'))).toMatchObject({ uid, mode: 0o040700 })
  await stop()
})

asRoot('in a private folder root keeps the cluster elsewhere, with a link to it', async () => {
  const dataDir = await privateDataDir()
  const first = await startEmbeddedDatabase({ dataDir })
  await query(first.url, 'create table note as select 42 as number')
  await first.stop()
  expect(await readlink(join(dataDir, 'postgres'))).toMatch(`${sharedPlace}/`)

  const second = await startEmbeddedDatabase({ dataDir })
  expect(await query(second.url, 'select number from note')).toEqual([{ number: 42 }])
  await second.stop()
})

asRoot('when a private folder is emptied the database begins afresh, and the former one is set aside', async () => {
  const dataDir = await privateDataDir()
  await (await startEmbeddedDatabase({ dataDir })).stop()
  await rm(dataDir, { recursive: true })
  const database = await startEmbeddedDatabase({ dataDir })
  const home = dirname(await realpath(join(dataDir, 'postgres')))
  expect((await readdir(home)).sort()).toEqual(['postgres', expect.stringMatching(/^postgres\.abandoned-/)])
  await database.stop()
})

test('a link that leads nowhere is an error, not an empty database', async () => {
  const dataDir = await temporaryDataDir()
  await symlink('/nowhere/postgres', join(dataDir, 'postgres'))
  await expect(startEmbeddedDatabase({ dataDir })).rejects.toMatchObject({ code: 'database-start-failed' })
})

asRoot('a plain user runs it as themselves, and root then runs it as that user', async ({ skip }) => {
  if (!(await canEnter(import.meta.dirname, nobody))) skip('this checkout is private to root')
  const dataDir = await temporaryDataDir()
  await chown(dataDir, nobody.uid, nobody.gid)

  const { child, answer } = await inOtherProcess(dataDir, 'owner', nobody)
  await query(answer.url, 'create table note as select 42 as number')
  expect((await stat(join(dataDir, 'postgres'))).uid).toBe(nobody.uid)
  await end(child, 'SIGKILL')

  const database = await startEmbeddedDatabase({ dataDir })
  expect(await query(database.url, 'select number from note')).toEqual([{ number: 42 }])
  await database.stop()

  const again = await inOtherProcess(dataDir, 'owner', nobody)
  expect(await query(again.answer.url, 'select number from note')).toEqual([{ number: 42 }])
})

asRoot('a plain user is refused a folder that they cannot write', async ({ skip }) => {
  if (!(await canEnter(import.meta.dirname, nobody))) skip('this checkout is private to root')
  const folder = await temporaryDataDir()
  expect((await inOtherProcess(folder, 'owner', nobody)).answer).toEqual({ error: 'data-dir-unwritable' })
  expect((await inOtherProcess(join(folder, 'new'), 'owner', nobody)).answer).toEqual({ error: 'data-dir-unwritable' })
})
