import type { ChildProcess } from 'node:child_process'
import { RenderError } from './render-error.ts'
import type { RenderMessage, RenderRequest } from './render-messages.ts'
import type { OnProgress } from './render-pdf.ts'

export interface RenderLimits {
  /** Milliseconds of wall time. */
  time: number
}

const STOPPED = 'the server is closing, or nobody wants the file any more'

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
 * @param take gives the process
 * @throws RenderError with the renderer's code, `render-timeout`, `render-crashed` (also when memory ran out) or
 *   `render-stopped`
 */
export function renderInChild(
  take: () => ChildProcess,
  request: RenderRequest,
  limits: RenderLimits,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new RenderError('render-stopped', STOPPED))
    const child = take()
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
