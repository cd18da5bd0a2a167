import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

const FILES = ['next.config.mjs', 'package.json', 'package-lock.json', 'postcss.config.mjs', 'tsconfig.json']

async function sourceFiles(rooms: readonly string[]): Promise<string[]> {
  const listed = await Promise.all(
    rooms.map(async room => {
      const entries = await readdir(room, { recursive: true, withFileTypes: true })
      return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
    }),
  )
  return [...FILES, ...listed.flat().filter(file => !file.includes('.test.'))].sort()
}

/**
 * SHA-256 over names and contents of everything that a build of these rooms reads, lower-case hex.
 * @param rooms folders of the project, which is the working directory
 */
export async function sourceHash(rooms: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  // Not in turns of the event loop: of two thousand small files that is nearly all of the time, at every start.
  for (const file of await sourceFiles(rooms)) hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}
