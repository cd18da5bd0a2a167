import { chmod, lstat, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { EmbeddedDatabaseError, errorCode } from './errors.ts'

/** Where a server started by root keeps what its unprivileged account must reach when the checkout is private. */
export const sharedPlace = '/var/lib/samskrift'

/** A folder below the shared place that everyone may enter and only root may write. */
export async function openSharedFolder(...names: string[]): Promise<string> {
  await mkdir('/var/lib', { recursive: true })
  let folder = sharedPlace
  await makeOpenFolder(folder)
  for (const name of names) {
    folder = join(folder, name)
    await makeOpenFolder(folder)
  }
  return folder
}

async function makeOpenFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder)
    // A strict umask would otherwise shut out the account that this folder is for.
    await chmod(folder, 0o755)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') {
      throw new EmbeddedDatabaseError(`Cannot create ${folder} for PostgreSQL`, '', { cause: error })
    }
    const found = await lstat(folder)
    if (!found.isDirectory() || found.uid !== 0 || (found.mode & 0o022) !== 0) {
      throw new EmbeddedDatabaseError(`${folder} must be a folder that only root can write`)
    }
  }
}
