import type { ChildProcess } from 'node:child_process'
import { type ChildFault, runChild } from '../process/run-child.ts'
import { RenderError } from './render-error.ts'
import type { RenderMessage, RenderRequest } from './render-messages.ts'
import type { OnProgress } from './render-pdf.ts'

export interface RenderLimits {
  /** Milliseconds of wall time. */
  time: number
}

const CODES: Record<ChildFault, string> = {
  stopped: 'render-stopped',
  'timed-out': 'render-timeout',
  ended: 'render-crashed',
  'not-started': 'render-crashed',
}

/**
 * Renders in a process of its own, which ends afterwards.
 * @param take gives the process
 * @throws RenderError with the renderer's code, `render-timeout`, `render-crashed` (also when memory ran out) or
 *   `render-stopped`
 */
export const renderInChild = (
  take: () => ChildProcess,
  request: RenderRequest,
  { time }: RenderLimits,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<Uint8Array> =>
  runChild<RenderRequest, RenderMessage, Uint8Array>({
    child: take,
    request,
    time,
    signal,
    errorOf: (fault, detail) => new RenderError(CODES[fault], detail),
    hear(message, { done, fail }) {
      if (message.type === 'progress') onProgress(message.progress)
      else if (message.type === 'done') done(message.bytes)
      else fail(new RenderError(message.code, message.message, message.detail))
    },
  })
