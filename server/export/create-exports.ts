import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { SamskriftError } from '../errors.ts'
import { log } from '../log.ts'
import type { Program } from '../process/program.ts'
import { Turns } from '../process/turns.ts'
import type { ExportFormat, ExportJob, Exports, ExportWish } from './exports.ts'
import { exportFileName } from './file-name.ts'
import { Job } from './job.ts'
import { JobShelf } from './job-shelf.ts'
import { preflight } from './preflight/preflight.ts'
import { RenderError } from './render-error.ts'
import { type RenderLimits, renderInChild } from './render-in-child.ts'
import type { RenderRequest } from './render-messages.ts'
import type { OnProgress } from './render-pdf.ts'
import { RenderProcesses } from './render-processes.ts'
import { renderProgram } from './render-program.ts'

export interface ExportsOptions {
  /** The report as it is now, for a user who may export it. @throws NotFoundError, NotAllowedError, ReportNotLockedError */
  resolve: (
    reportId: string,
    userId: string,
    format: ExportFormat,
    wish: Pick<ExportWish, 'comments'>,
  ) => Promise<Pick<RenderRequest, 'resolved' | 'stored' | 'images' | 'archive' | 'threads'>>
  /** Renders at the same time. */
  concurrency?: number
  /** Wall time, and megabytes of JavaScript heap, of one render. */
  limits?: RenderLimits & { heap: number }
  program?: Program
  /** How long a finished file is kept, and how many bytes of them at the same time. */
  keep?: { milliseconds: number; bytes: number }
  /** Stands in for the child process in tests. */
  render?: (
    request: RenderRequest,
    limits: RenderLimits,
    onProgress: OnProgress,
    signal: AbortSignal,
  ) => Promise<Uint8Array>
}

const DEFAULT_LIMITS = { time: 120_000, heap: 1024 }
const DEFAULT_KEEP = { milliseconds: 30 * 60_000, bytes: 256 * 1024 * 1024 }

const codeOf = (error: unknown): string => (error instanceof SamskriftError ? error.code : 'export-failed')

/**
 * Exports wait in line for a child process each. A job lives in memory; half an hour after it ended it is gone. A job
 * belongs to the user in its description: who asks for it must be compared with that by the caller.
 */
export function createExports({
  resolve,
  concurrency = 1,
  limits = DEFAULT_LIMITS,
  keep = DEFAULT_KEEP,
  program = renderProgram,
  ...options
}: ExportsOptions): Exports {
  const processes = new RenderProcesses({ program, heap: limits.heap })
  const render = options.render ?? renderInChild.bind(null, () => processes.take())
  const jobs = new Map<string, Job>()
  const turns = new Turns(concurrency)
  const shelf = new JobShelf(keep, job => jobs.delete(job.description.id))
  const closing = new AbortController()

  async function make(job: Job, stopped: AbortSignal): Promise<void> {
    const { reportId, userId, format, figures, comments, audience, firstPage } = job.description
    job.update({ state: 'running', step: 'resolving' })
    const found = await resolve(reportId, userId, format, { comments })
    job.description.fileName = exportFileName(found.resolved, format, audience)
    job.bytes = await render(
      { ...found, format, figures, audience, firstPage },
      limits,
      progress => job.proceed(progress),
      stopped,
    )
    job.update({ state: 'done', step: 'done', share: 1 })
  }

  async function run(job: Job): Promise<void> {
    const { id, reportId } = job.description
    const stopped = AbortSignal.any([closing.signal, job.stopped])
    try {
      await turns.run(() => make(job, stopped), stopped)
    } catch (error) {
      const report = stopped.aborted ? log.info.bind(log) : log.error.bind(log)
      // Not the error itself: its detail quotes the report.
      report(
        { code: codeOf(error), stack: error instanceof Error ? error.stack : null, exportId: id, reportId },
        'an export failed',
      )
      const detail = error instanceof RenderError ? error.detail : null
      job.update({ state: 'failed', errorCode: codeOf(error), ...(detail ? { errorDetail: detail } : {}) })
    }
    if (!closing.signal.aborted) shelf.put(job)
  }

  return {
    async start(request) {
      // The same wish twice, and neither looked at the report yet: one answer serves both.
      const asked = [...jobs.values()].find(({ progress, stopped, description: { id, fileName, ...wish } }) => {
        return progress.state === 'queued' && !stopped.aborted && isDeepStrictEqual(wish, request)
      })
      if (asked) return asked.description
      const description: ExportJob = { ...request, id: randomUUID(), fileName: `rapport.${request.format}` }
      const job = new Job(description)
      jobs.set(description.id, job)
      void run(job)
      return description
    },
    render: request => turns.run(() => render(request, limits, () => {}, closing.signal), closing.signal),
    job: id => jobs.get(id)?.description ?? null,
    watch(id, on) {
      const job = jobs.get(id)
      if (job) return job.watch(on)
      on({ state: 'failed', step: 'waiting', share: 0, errorCode: 'not-found' })
      return () => {}
    },
    cancel: id => jobs.get(id)?.stop(),
    prepare: () => processes.prepare(),
    async preflight({ reportId, userId, ...wish }) {
      processes.prepare()
      const { resolved } = await resolve(reportId, userId, wish.format, {})
      return preflight(resolved, wish)
    },
    file: async id => jobs.get(id)?.bytes ?? null,
    firstPage: id => jobs.get(id)?.firstPage ?? null,
    async close() {
      closing.abort(new RenderError('render-stopped', 'the server is closing'))
      processes.close()
      await turns.idle()
      shelf.clear()
      jobs.clear()
    },
  }
}
