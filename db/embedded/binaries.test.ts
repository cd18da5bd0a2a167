import { chmod, cp, lstat, mkdir, readdir, readlink, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { unprivilegedAccount } from './account.ts'
import { type BinaryPackage, findBinaryPackage, prepareBinaries } from './binaries.ts'
import { UnsupportedPlatformError } from './errors.ts'
import { run } from './run.ts'
import { temporaryDataDir } from './testing/playground.ts'

const asRoot = test.runIf(process.getuid?.() === 0)

/** The package as `npm install --ignore-scripts` leaves it. */
async function unhydratedPackage(folder: string): Promise<BinaryPackage> {
  const original = await findBinaryPackage()
  const root = join(folder, 'native')
  await cp(original.root, root, { recursive: true, verbatimSymlinks: true })
  await Promise.all(original.links.map(({ target }) => rm(join(root, target), { force: true })))
  return { ...original, root }
}

async function noShelf(): Promise<string> {
  throw new Error('Nothing should be copied')
}

test('links that the install script did not make are made, and the binaries run where they lie', async () => {
  const source = await unhydratedPackage(await temporaryDataDir())
  await expect(run(join(source.root, 'bin/initdb'), ['--version'], null)).rejects.toThrow('shared libraries')
  const binaries = await prepareBinaries(source, null, noShelf)
  await run(binaries.initdb, ['--version'], null)
  expect(binaries.initdb).toBe(join(source.root, 'bin/initdb'))
  for (const { source: file, target } of source.links) {
    expect(join(target, '..', await readlink(join(source.root, target)))).toBe(file)
  }
})

asRoot('a package that the account cannot reach is copied once, for everyone to read and root to write', async () => {
  const folder = await temporaryDataDir()
  const [hidden, shelf] = [join(folder, 'private'), join(folder, 'shelf')]
  await mkdir(hidden, { mode: 0o700 })
  await mkdir(shelf)
  const source = await unhydratedPackage(hidden)
  await chmod(join(source.root, 'lib'), 0o700)
  const account = await unprivilegedAccount()

  const starters = await Promise.all([1, 2, 3].map(() => prepareBinaries(source, account, async () => shelf)))
  expect(new Set(starters.map(({ postgres }) => postgres)).size).toBe(1)
  expect(await readdir(shelf)).toEqual([`postgres-${source.version}`])

  const [{ postgres } = { postgres: '' }] = starters
  await run(postgres, ['--version'], account)
  expect(await stat(postgres)).toMatchObject({ uid: 0, mode: 0o100755 })
  expect((await stat(join(postgres, '../../lib'))).mode & 0o777).toBe(0o755)
})

test('a machine without a package is unsupported', async () => {
  vi.stubGlobal('process', { ...process, platform: 'sunos', arch: 'sparc' })
  const failure = await findBinaryPackage().catch((error: unknown) => error)
  vi.unstubAllGlobals()
  expect(failure).toBeInstanceOf(UnsupportedPlatformError)
  expect(failure).toMatchObject({ code: 'platform-unsupported', message: expect.stringContaining('sunos-sparc') })
})

test('the package carries what the launcher needs', async () => {
  const { root, version } = await findBinaryPackage()
  expect(version).toMatch(/^18\./)
  expect((await lstat(join(root, 'share/postgresql/postgres.bki'))).isFile()).toBe(true)
})
