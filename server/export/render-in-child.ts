import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { RenderError } from './render-error.ts'
import type { RenderMessage, RenderRequest } from './render-messages.ts'
import type { OnProgress } from './render-pdf.ts'

export interface RenderLimits {
  /** Milliseconds of wall time. */
  time: number
  /** Megabytes of JavaScript heap. */
  heap: number
}

const PASSED_ON = ['PATH', 'NODE_ENV', 'TZ', 'LANG', 'TMPDIR']

const STOPPED = 'the server is closing, or nobody wants the file any more'

/** The child needs no secret of the server: it gets the report and gives the file. */
const environment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => PASSED_ON.includes(name))) as NodeJS.ProcessEnv

function start(heap: number): ChildProcess {
  return fork(fileURLToPath(new URL('./render-child.ts', import.meta.url)), {
    execArgv: [`--max-old-space-size=${heap}`, '--import', import.meta.resolve('tsx')],
    env: environment(),
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
}

/** The beginning of what the child wrote, for the log: there it says what went wrong. */
function beginning(child: ChildProcess, length: number): () => string {
  let text = ''
  child.stderr?.on('data', chunk => {
    if (text.length < length) text = (text + String(chunk)).slice(0, length)
  })
  return () => text
}

/**
 * Renders in a process of its own, which ends afterwards.
 * @throws RenderError with the renderer's code, `render-timeout`, `render-crashed` (also when memory ran out) or
 *   `render-stopped`
 */
export function renderInChild(
  request: RenderRequest,
  limits: RenderLimits,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new RenderError('render-stopped', STOPPED))
    const child = start(limits.heap)
    const stderr = beginning(child, 800)
    let outcome: (() => void) | null = null
    const fail = (code: string, message: string, detail: string | null = null) => {
      outcome ??= () => reject(new RenderError(code, message, detail))
    }
    const kill = (code: string, message: string) => {
      fail(code, message)
      child.kill('SIGKILL')
    }
    const onAbort = () => kill('render-stopped', STOPPED)
    const timer = setTimeout(() => kill('render-timeout', `not done in ${limits.time} ms`), limits.time)
    signal.addEventListener('abort', onAbort, { once: true })
    child.on('message', (message: RenderMessage) => {
      if (message.type === 'progress') onProgress(message.progress)
      else if (message.type === 'done') outcome ??= () => resolve(message.bytes)
      else fail(message.code, message.message, message.detail)
    })
    child.on('error', error => fail('render-crashed', error.message))
    child.on('close', (code, killedBy) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
      fail('render-crashed', `the process ended with ${killedBy ?? code}: ${stderr()}`)
      outcome?.()
    })
    child.send(request, error => {
      if (error) fail('render-crashed', error.message)
    })
  })
}
