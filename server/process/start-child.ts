import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What a process of its own runs. */
export interface ChildProgram {
  file: string
  /** For Node itself. */
  options: readonly string[]
}

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url))

/** A program as it is written. */
export const fromSource = (script: URL): ChildProgram => ({
  file: fileURLToPath(script),
  options: ['--import', import.meta.resolve('tsx')],
})

const PASSED_ON = ['PATH', 'NODE_ENV', 'TZ', 'LANG', 'TMPDIR']

/** A child needs no secret of the server: it gets its work and gives the result. */
const environment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => PASSED_ON.includes(name))) as NodeJS.ProcessEnv

/**
 * Starts a process for one piece of work, which comes by its channel.
 * @param heap megabytes of JavaScript heap
 */
export const startChild = (
  { file, options }: ChildProgram,
  { heap, args = [], complaints = 'ignore' }: { heap: number; args?: string[]; complaints?: 'ignore' | 'pipe' },
): ChildProcess =>
  fork(file, args, {
    execArgv: [`--max-old-space-size=${heap}`, ...options],
    env: environment(),
    cwd: projectFolder,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', complaints, 'ipc'],
  })
