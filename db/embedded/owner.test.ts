import { spawn } from 'node:child_process'
import { mkdir, readdir, readFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { startEmbeddedDatabase } from '../embedded.ts'
import { DataDirInUseError } from './errors.ts'
import { claimOwnership, currentOwner, type Ownership } from './owner.ts'
import { identifyProcess } from './process-identity.ts'
import { end, inOtherProcess, query, temporaryDataDir } from './testing/playground.ts'

async function leaveClaim(dataDir: string, target: string): Promise<void> {
  await mkdir(join(dataDir, 'owner'), { recursive: true })
  await symlink(target, join(dataDir, 'owner/7'))
}

test('a second owner is refused at once, within the process and from another', async () => {
  const dataDir = await temporaryDataDir()
  const { url, stop } = await startEmbeddedDatabase({ dataDir })
  await expect(startEmbeddedDatabase({ dataDir })).rejects.toThrow(DataDirInUseError)
  expect((await inOtherProcess(dataDir)).answer).toEqual({ error: 'data-dir-in-use' })
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
  await stop()
})

test('of processes that start at the same instant exactly one wins, also over a dead owner', async () => {
  const dataDir = await temporaryDataDir()
  await end((await inOtherProcess(dataDir)).child, 'SIGKILL')
  const contenders = await Promise.all([1, 2, 3].map(() => inOtherProcess(dataDir)))
  const answers = contenders.map(({ answer }) => answer)
  expect(answers.filter(answer => answer.url)).toHaveLength(1)
  expect(answers.filter(answer => answer.error === 'data-dir-in-use')).toHaveLength(2)
  await Promise.all(contenders.filter(({ answer }) => answer.url).map(({ child }) => end(child, 'SIGTERM')))
})

test('of many claims on a dead owner exactly one succeeds, time after time', async () => {
  const dataDir = await temporaryDataDir()
  await leaveClaim(dataDir, `${process.pid}@another-birth`)
  for (let round = 0; round < 50; round++) {
    const claims = await Promise.allSettled(Array.from({ length: 8 }, () => claimOwnership(dataDir)))
    const won = claims.filter((claim): claim is PromiseFulfilledResult<Ownership> => claim.status === 'fulfilled')
    expect(won).toHaveLength(1)
    await won[0]?.value.release()
  }
  expect(await readdir(join(dataDir, 'owner'))).toHaveLength(1)
})

test('a live owner is known; a reused pid, a release and a foreign file are not owners', async () => {
  const dataDir = await temporaryDataDir()
  expect(await currentOwner(dataDir)).toBeNull()
  await leaveClaim(dataDir, `${process.pid}@another-birth`)
  expect(await currentOwner(dataDir)).toBeNull()
  const ownership = await claimOwnership(dataDir)
  expect(await currentOwner(dataDir)).toEqual(await identifyProcess(process.pid))
  await ownership.release()
  expect(await currentOwner(dataDir)).toBeNull()
})

test('a zombie counts as gone', async () => {
  // The shell becomes `sleep`, which never reaps the child that the shell had started. The child ends after that: a
  // shell would reap it.
  const parent = spawn('sh', ['-c', 'sh -c "read go <&3; kill -9 \\$\\$" & echo $!; exec sleep 60'], {
    stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
  })
  const pid = await new Promise<number>(done => parent.stdout?.once('data', data => done(Number(String(data)))))
  await expect.poll(() => readFile(`/proc/${parent.pid}/comm`, 'utf8')).toBe('sleep\n')
  const go = parent.stdio[3] as Writable
  go.write('\n')
  await expect.poll(() => identifyProcess(pid)).toBeNull()
  expect(() => process.kill(pid, 0)).not.toThrow()
  parent.kill('SIGKILL')
})
