import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project. Its code runs as it is written, or built, from somewhere below. */
export function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'next.config.mjs'))) {
    if (dirname(folder) === folder) throw new Error('this code stands in no project')
    folder = dirname(folder)
  }
  return folder
}
