import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { log } from '../../log.ts'
import { type WordFault, WordFileRefusedError } from './errors.ts'
import type { ReadWord } from './read-word.ts'

export type ReadMessage =
  | { type: 'read'; read: ReadWord }
  | { type: 'refused'; reason: WordFault; stack: string | null }

const PASSED_ON = ['PATH', 'NODE_ENV', 'TZ', 'LANG', 'TMPDIR']
const DEFAULT_LIMITS = { time: 60_000, heap: 768 }

/** The child needs no secret of the server. */
const environment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => PASSED_ON.includes(name))) as NodeJS.ProcessEnv

/**
 * Reads a Word file in a process of its own, away from those who are writing.
 * @param limits wall time, ms, and JavaScript heap, MB
 * @throws WordFileRefusedError, also where it took too long or too much memory
 */
export function readWordInChild(file: Uint8Array, limits = DEFAULT_LIMITS): Promise<ReadWord> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./read-word-child.ts', import.meta.url)), {
      execArgv: [`--max-old-space-size=${limits.heap}`, '--import', import.meta.resolve('tsx')],
      env: environment(),
      cwd: fileURLToPath(new URL('../../..', import.meta.url)),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    let outcome: (() => void) | null = null
    const refuse = (reason: WordFault) => {
      outcome ??= () => reject(new WordFileRefusedError(reason))
    }
    const timer = setTimeout(() => {
      refuse('too-much-inside')
      child.kill('SIGKILL')
    }, limits.time)
    child.on('message', (message: ReadMessage) => {
      if (message.type === 'read') {
        outcome ??= () => resolve(message.read)
        return
      }
      // A file that nothing was known against, and that the reader could not read all the same.
      if (message.reason === 'broken') log.warn({ stack: message.stack }, 'a Word file could not be read')
      refuse(message.reason)
    })
    child.on('error', () => refuse('broken'))
    child.on('close', () => {
      clearTimeout(timer)
      refuse('too-much-inside')
      outcome?.()
    })
    child.send(file, error => {
      if (error) refuse('broken')
    })
  })
}
