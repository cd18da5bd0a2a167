import { MissingGlyphError } from '#editor/pdf/text/missing-glyph-error.ts'
import { answerOnce, tellServer } from '../process/as-child.ts'
import type { RenderMessage, RenderRequest } from './render-messages.ts'
import type { OnProgress } from './render-pdf.ts'
import { prepareRender, renderRequest } from './render-request.ts'

// The child process: one report, one file. What it takes in memory goes with it.

const MIN_PAUSE_MS = 100
let last = 0
let lastStep = ''
/** A page takes milliseconds; nobody reads so many messages. */
const onProgress: OnProgress = progress => {
  if (!progress.firstPage && progress.step === lastStep && Date.now() - last < MIN_PAUSE_MS) return
  last = Date.now()
  lastStep = progress.step
  void tellServer({ type: 'progress', progress } satisfies RenderMessage)
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'render-failed'

/** A sign without a glyph is named to the author, never to the log: it is text of the report. */
function explain(error: unknown): { message: string; detail: string | null } {
  if (error instanceof MissingGlyphError) return { message: error.name, detail: error.message }
  return { message: error instanceof Error ? (error.stack ?? error.message) : String(error), detail: null }
}

// Started ahead of its work. A failure comes again, and is told, when there is some.
if (process.argv.includes('prepare')) prepareRender().catch(() => {})

answerOnce(async (request: RenderRequest): Promise<RenderMessage> => {
  try {
    return { type: 'done', bytes: await renderRequest(request, onProgress) }
  } catch (error) {
    return { type: 'failed', code: codeOf(error), ...explain(error) }
  }
})
