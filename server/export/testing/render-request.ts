import { renderInChild } from '../render-in-child.ts'
import type { RenderRequest } from '../render-messages.ts'

/** Rendered as the server does it, in a process of its own. */
export const renderApart = (request: RenderRequest): Promise<Uint8Array> =>
  renderInChild(request, { time: 120_000, heap: 1024 }, () => {}, new AbortController().signal)
