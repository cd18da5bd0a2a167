import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { log } from '../../log.ts'
import type { PdfVerdict } from './pdf-verdict.ts'
import { errorOf, VerifyFailedError, VerifyLimitError } from './verify-errors.ts'
import type { VerifyMessage, VerifyRequest } from './verify-messages.ts'

export interface VerifyLimits {
  /** Milliseconds of wall time. */
  time: number
  /** Megabytes of JavaScript heap. */
  heap: number
}

const PASSED_ON = ['PATH', 'NODE_ENV', 'TZ', 'TMPDIR']

/** The child needs no secret of the server: it gets the file and gives the verdict. */
const environment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => PASSED_ON.includes(name))) as NodeJS.ProcessEnv

const start = (heap: number) =>
  fork(fileURLToPath(new URL('./verify-child.ts', import.meta.url)), {
    execArgv: [`--max-old-space-size=${heap}`, '--import', import.meta.resolve('tsx')],
    env: environment(),
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })

/**
 * {@link verifyPdf} in a process of its own, which ends afterwards.
 * @throws VerifyError: those of verifyPdf, VerifyLimitError when it took too long or too much memory, VerifyFailedError
 */
export function verifyInChild(request: VerifyRequest, limits: VerifyLimits, signal: AbortSignal): Promise<PdfVerdict> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(new VerifyFailedError('the server is closing'))
      return
    }
    const child = start(limits.heap)
    let outcome: (() => void) | null = null
    const fail = (error: Error): void => {
      outcome ??= () => reject(error)
    }
    const kill = (error: Error): void => {
      fail(error)
      child.kill('SIGKILL')
    }
    const onAbort = () => kill(new VerifyFailedError('the server is closing'))
    const timer = setTimeout(() => kill(new VerifyLimitError(`not done in ${limits.time} ms`)), limits.time)
    signal.addEventListener('abort', onAbort, { once: true })
    child.on('message', (message: VerifyMessage) => {
      if (message.type === 'done') outcome ??= () => resolve(message.verdict)
      else {
        if (message.code === null) log.error({ where: message.message }, 'a file could not be verified')
        fail(errorOf(message.code, message.message))
      }
    })
    child.on('error', error => fail(new VerifyFailedError(error.message)))
    child.on('close', () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
      // It ended without an answer: Node ends a process whose heap is full.
      fail(new VerifyLimitError('the process ended'))
      outcome?.()
    })
    child.send(request, error => {
      if (error) fail(new VerifyFailedError(error.message))
    })
  })
}
