import { randomUUID } from 'node:crypto'
import { chmod, constants, copyFile, lstat, mkdir, readdir, rename, rm, symlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { BinaryPackage } from './binaries.ts'
import { errorCode } from './errors.ts'

/** `target` is the name of the link, `source` the file that it leads to. */
export interface Link {
  readonly source: string
  readonly target: string
}

/** Makes the missing links inside the package. False when they cannot be made there. */
export async function hydrateLinks({ root, links }: BinaryPackage): Promise<boolean> {
  try {
    await Promise.all(links.map(link => makeLink(root, link)))
    return true
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error) ?? '')) return false
    throw error
  }
}

/** Copies the tree to `destination` unless it is there already, and returns it. */
export async function copyBinaries({ root, links }: BinaryPackage, destination: string): Promise<string> {
  if (await exists(destination)) return destination
  const draft = `${destination}.${randomUUID()}`
  try {
    await copyTree(root, draft)
    await Promise.all(links.map(link => makeLink(draft, link)))
    await rename(draft, destination)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    // Another starter finished first; its copy is the same.
    if (!['EEXIST', 'ENOTEMPTY'].includes(errorCode(error) ?? '')) throw error
  }
  return destination
}

/** Modes are set, not kept: under a strict umask npm installs a tree that only its owner can read. */
async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to)
  await chmod(to, 0o755)
  const entries = await readdir(from, { withFileTypes: true })
  await Promise.all(
    entries.map(async entry => {
      const [source, target] = [join(from, entry.name), join(to, entry.name)]
      if (entry.isDirectory()) await copyTree(source, target)
      else if (entry.isFile() && !entry.name.endsWith('.a')) {
        await copyFile(source, target, constants.COPYFILE_FICLONE)
        await chmod(target, basename(from) === 'bin' ? 0o755 : 0o644)
      }
    }),
  )
}

async function makeLink(root: string, { source, target }: Link): Promise<void> {
  const path = join(root, target)
  if (await exists(path)) return
  // The package links within one folder only, so the bare name leads there and survives a move.
  if (dirname(source) !== dirname(target)) throw new Error(`Unexpected link from ${target} to ${source}`)
  await symlink(basename(source), path).catch((error: unknown) => {
    if (errorCode(error) !== 'EEXIST') throw error
  })
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}
