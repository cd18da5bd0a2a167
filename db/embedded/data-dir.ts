import { mkdir, realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import { DataDirUnwritableError, errorCode } from './errors.ts'

const unwritable = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT', 'ENOSPC', 'EDQUOT', 'ELOOP'])

/** The folder's one true path, whichever link leads to it: ownership and relocation go by it. */
export async function openDataDir(dataDir: string): Promise<string> {
  return orUnwritable(dataDir, async () => {
    await mkdir(dataDir, { recursive: true })
    return realpath(dataDir)
  })
}

/** The folder's true path, or null when it does not exist. */
export async function findDataDir(dataDir: string): Promise<string | null> {
  return realpath(resolve(dataDir)).catch(error => {
    if (errorCode(error) === 'ENOENT') return null
    throw new DataDirUnwritableError(dataDir, error)
  })
}

/** Turns refusals of the file system into DataDirUnwritableError. */
export async function orUnwritable<Result>(dataDir: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw unwritable.has(errorCode(error) ?? '') ? new DataDirUnwritableError(dataDir, error) : error
  }
}
