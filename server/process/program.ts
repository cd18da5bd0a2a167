import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { projectFolder } from '#db/project-folder.ts'

/** Put in where code is built, see bundle.ts. */
declare const SAMSKRIFT_BUILT: true | undefined

export const isBuilt = typeof SAMSKRIFT_BUILT !== 'undefined'

/** What a process or a thread of its own runs. */
export interface Program {
  file: string
  /** For Node itself. */
  options: readonly string[]
}

/**
 * A program of ours: built, if whoever asks for it is, or as it is written.
 * @param source from the project's folder; what is built is in build-server.ts
 */
export const program = (source: string): Program =>
  isBuilt
    ? { file: fileURLToPath(new URL(`./${basename(source, '.ts')}.mjs`, import.meta.url)), options: [] }
    : { file: join(projectFolder(), source), options: ['--import', import.meta.resolve('tsx')] }
