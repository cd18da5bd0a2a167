import { type ChildProcess, fork } from 'node:child_process'
import { projectFolder } from '#db/project-folder.ts'
import type { Program } from './program.ts'

const PASSED_ON = ['PATH', 'NODE_ENV', 'TZ', 'LANG', 'TMPDIR']

/** A child needs no secret of the server: it gets its work and gives the result. */
const environment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => PASSED_ON.includes(name))) as NodeJS.ProcessEnv

/**
 * Starts a process for one piece of work, which comes by its channel.
 * @param heap megabytes of JavaScript heap
 */
export const startChild = (
  { file, options }: Program,
  { heap, args = [], complaints = 'ignore' }: { heap: number; args?: string[]; complaints?: 'ignore' | 'pipe' },
): ChildProcess =>
  fork(file, args, {
    execArgv: [`--max-old-space-size=${heap}`, ...options],
    env: environment(),
    cwd: projectFolder(),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', complaints, 'ipc'],
  })
