import { renderInChild } from '../render-in-child.ts'
import type { RenderRequest } from '../render-messages.ts'
import { RenderProcesses } from '../render-processes.ts'
import { renderProgram } from '../render-program.ts'

const processes = new RenderProcesses({ program: renderProgram, heap: 1024 })

/** Rendered as the server does it, in a process of its own. */
export const renderApart = (request: RenderRequest): Promise<Uint8Array> =>
  renderInChild(
    () => processes.take(),
    request,
    { time: 120_000 },
    () => {},
    new AbortController().signal,
  )
